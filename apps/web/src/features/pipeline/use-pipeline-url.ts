'use client';
import { useMemo } from 'react';
import type { BoardFilter, BoardGroup } from '../../generated/graphql.ts';
import { useUrlState } from '../../platform/url-state/use-url-state.ts';
import { NO_OWNER, pipelineUrl } from './pipeline-url.ts';

/** The screen's address, as values and as what the API is asked for. */
export function usePipelineUrl() {
  const [values, set] = useUrlState(pipelineUrl);
  const { owner, grade, level, tag, q } = values;
  const filter = useMemo<BoardFilter>(
    () => ({
      ...(owner === NO_OWNER ? { unowned: true } : owner !== null && { ownerId: owner }),
      ...(grade.length > 0 && { grade: [...grade] }),
      ...(level.length > 0 && { platformLevel: [...level] }),
      ...(tag !== null && { tagId: [tag] }),
      ...(q !== '' && { search: q }),
    }),
    [owner, grade, level, tag, q],
  );
  const group: BoardGroup = values.group === 'grade' ? 'GRADE' : 'STAGE';
  const clear = () => set({ owner: null, grade: [], level: [], tag: null, q: '' });
  return { values, set, filter, group, active: Object.keys(filter).length > 0, clear };
}

export type PipelineUrl = ReturnType<typeof usePipelineUrl>;
