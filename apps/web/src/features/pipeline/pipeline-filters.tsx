'use client';
import { Button, NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { SearchField } from '../../components/search-field.tsx';
import { PipelineOwnersDocument, PipelineTagsDocument } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useMay } from '../../platform/viewer/viewer-provider.tsx';
import { ChoiceButtons } from '../buyers/index.ts';
import { GRADES, LEVELS, NO_OWNER } from './pipeline-url.ts';
import classes from './pipeline.module.css';
import { SavedViews } from '../saved-views/index.ts';
import type { PipelineUrl } from './use-pipeline-url.ts';

/** Grouping, layout, saved views and filters; the address keeps them all. */
export function PipelineFilters({ url: { values, set, active, clear } }: { url: PipelineUrl }) {
  const t = useTranslations('pipeline');
  return (
    <div className={classes.filters} role="search" aria-label={t('filters')}>
      <NativeSelect
        aria-label={t('group')}
        value={values.group}
        onChange={(event) => set({ group: event.currentTarget.value === 'grade' ? 'grade' : 'stage' })}
        data={[
          { value: 'stage', label: t('byStage') },
          { value: 'grade', label: t('byGrade') },
        ]}
      />
      <LayoutButtons layout={values.layout} onChange={(layout) => set({ layout })} />
      <SearchField
        label={t('search')}
        value={values.q}
        onSearch={(q) => set({ q }, 'replace')}
        className={classes.search}
      />
      <ChoiceButtons label={t('grade')} choices={GRADES} chosen={values.grade} onChange={(grade) => set({ grade })} />
      <ChoiceButtons label={t('level')} choices={LEVELS} chosen={values.level} onChange={(level) => set({ level })} />
      <OwnerSelect value={values.owner} onChange={(owner) => set({ owner })} />
      <TagSelect value={values.tag} onChange={(tag) => set({ tag })} />
      <SavedViews screen="PIPELINE" page="pipeline" />
      {active && (
        <Button variant="subtle" onClick={clear}>
          {t('clearFilters')}
        </Button>
      )}
    </div>
  );
}

function LayoutButtons({
  layout,
  onChange,
}: {
  layout: 'board' | 'list';
  onChange: (layout: 'board' | 'list') => void;
}) {
  const t = useTranslations('pipeline');
  return (
    <div className={classes.layouts} role="group" aria-label={t('layout')}>
      {(['board', 'list'] as const).map((each) => (
        <button key={each} type="button" aria-pressed={layout === each} onClick={() => onChange(each)}>
          {t(`layouts.${each}`)}
        </button>
      ))}
    </div>
  );
}

interface SelectProps {
  value: string | null;
  onChange: (value: string | null) => void;
}

function OwnerSelect({ value, onChange }: SelectProps) {
  const t = useTranslations('pipeline');
  const allowed = useMay()('member:read');
  const { data } = useScreenQuery(PipelineOwnersDocument, {}, { pause: !allowed });
  return (
    <NativeSelect
      aria-label={t('owner')}
      className={classes.select}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[
        { value: '', label: t('anyOwner') },
        { value: NO_OWNER, label: t('unowned') },
        ...(data?.members ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}

/** Drawn once the team has tags of its own. */
function TagSelect({ value, onChange }: SelectProps) {
  const t = useTranslations('pipeline');
  const { data } = useScreenQuery(PipelineTagsDocument, {});
  if (!data || (data.tags.length === 0 && value === null)) return null;
  return (
    <NativeSelect
      aria-label={t('tag')}
      className={classes.select}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[{ value: '', label: t('anyTag') }, ...data.tags.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}
