'use client';
import { useMemo } from 'react';
import type { InboxFilter } from '../../../generated/graphql.ts';
import { useUrlState } from '../../../platform/url-state/use-url-state.ts';
import { inboxUrl } from '../inbox-url.ts';
import type { QueueView } from './queue-order.ts';

/** The list's part of the address, as values and as the API's filter. */
export function useQueueUrl() {
  const [values, set] = useUrlState(inboxUrl);
  const { view, grade, level, channel, assignee, country, language, topic } = values;
  const filter = useMemo<InboxFilter & { view: QueueView }>(
    () => ({
      view,
      ...(grade.length > 0 && { grade: [...grade] }),
      ...(level.length > 0 && { platformLevel: [...level] }),
      ...(channel !== null && { channelId: [channel] }),
      ...(assignee !== null && view !== 'MINE' && { assigneeId: assignee }),
      ...(country.length > 0 && { country: [...country] }),
      ...(language.length > 0 && { language: [...language] }),
      ...(topic.length > 0 && { topic: [...topic] }),
    }),
    [view, grade, level, channel, assignee, country, language, topic],
  );
  const active = Object.keys(filter).length - 1;
  const clear = () =>
    set({ grade: [], level: [], channel: null, assignee: null, country: [], language: [], topic: [] });
  return { values, set, filter, active, clear };
}

export type QueueUrl = ReturnType<typeof useQueueUrl>;
