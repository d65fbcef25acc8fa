'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { BookIcon, PlusIcon } from '../../components/icons.tsx';
import { lazyPart } from '../../components/lazy-part.tsx';
import { PageFrame, Panel } from '../../components/page-frame.tsx';
import { EmptyState, FailureState, Loading } from '../../components/states.tsx';
import { type KnowledgeFilter, KnowledgeOverviewDocument } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useUrlState } from '../../platform/url-state/use-url-state.ts';
import { useMay } from '../../platform/viewer/viewer-provider.tsx';
import { DownloadMenu } from '../exports/index.ts';
import { EMPTY_ENTRY, type EntryDraft, entryDraftFrom } from './entry-draft.ts';
import { EntryRow } from './entry-row.tsx';
import { KnowledgeFilters } from './knowledge-filters.tsx';
import classes from './knowledge.module.css';
import { knowledgeUrl } from './knowledge-url.ts';
import { StartersPanel } from './starters-panel.tsx';
import { useKnowledge } from './use-knowledge.ts';

const EntryDialog = lazyPart(() => import('./entry-dialog.tsx').then((module) => module.EntryDialog));

/** What the team knows and drafts may cite: found, written, kept valid. */
export function KnowledgeScreen() {
  const t = useTranslations('knowledge');
  const may = useMay();
  const [values, set] = useUrlState(knowledgeUrl);
  const { q, category, visibility, state, entry } = values;
  const filter = useMemo<KnowledgeFilter>(
    () => ({
      ...(q.trim() !== '' && { q: q.trim() }),
      ...(category !== '' && { category: [category] }),
      ...(visibility !== 'all' && { visibility: [visibility] }),
      ...(state !== 'all' && { expired: state === 'expired' }),
    }),
    [q, category, visibility, state],
  );
  const list = useKnowledge(filter);
  const overview = useScreenQuery(
    KnowledgeOverviewDocument,
    {},
    { refreshOn: ({ verb }) => /^(knowledge|import)\./.test(verb) },
  );
  const [writing, setWriting] = useState<{ draft: EntryDraft; starter: boolean } | null>(null);
  const filtered = Object.keys(filter).length > 0;
  const writes = may('knowledge:write');
  const open = list.rows?.find(({ id }) => id === entry) ?? null;
  const reload = () => {
    list.reload();
    overview.reload();
  };
  const close = () => {
    setWriting(null);
    if (entry !== null) set({ entry: null });
  };
  const add = writes && (
    <Button leftSection={<PlusIcon />} onClick={() => setWriting({ draft: EMPTY_ENTRY, starter: false })}>
      {t('add')}
    </Button>
  );
  return (
    <PageFrame
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <DownloadMenu list="knowledge" filter={filter} />
          {add}
        </>
      }
      wide
    >
      {writes && overview.data && (
        <StartersPanel
          starters={overview.data.knowledgeStarters}
          onAnswer={(question) => setWriting({ draft: entryDraftFrom(question), starter: true })}
          onOpen={(id) => set({ entry: id, q: '', category: '', visibility: 'all', state: 'all' })}
        />
      )}
      <KnowledgeFilters values={values} set={set} categories={overview.data?.knowledgeCategories ?? []} />
      <Panel flush>
        {list.failure && <FailureState failure={list.failure} onRetry={list.reload} compact={list.rows !== null} />}
        {list.loading && (
          <div className={classes.padded}>
            <Loading onRetry={list.reload} rows={6} />
          </div>
        )}
        {list.rows?.length === 0 && (
          <EmptyState
            icon={<BookIcon />}
            title={t(filtered ? 'noMatch' : 'empty')}
            action={
              filtered ? (
                <Button variant="default" onClick={() => set({ q: '', category: '', visibility: 'all', state: 'all' })}>
                  {t('clear')}
                </Button>
              ) : null
            }
          >
            {t(filtered ? 'noMatchText' : writes ? 'emptyText' : 'emptyReadOnly')}
          </EmptyState>
        )}
        {list.rows !== null && list.rows.length > 0 && (
          <>
            <p className={classes.counted} role="status">
              {t('count', { count: list.totalCount })}
            </p>
            <ul className={classes.list} aria-label={t('title')}>
              {list.rows.map((row) => (
                <EntryRow key={row.id} entry={row} onOpen={() => set({ entry: row.id })} />
              ))}
            </ul>
          </>
        )}
        {list.hasMore && (
          <div className={classes.more}>
            {list.moreFailure && <FailureState failure={list.moreFailure} compact />}
            <Button variant="default" loading={list.loadingMore} onClick={list.loadMore}>
              {t('more')}
            </Button>
          </div>
        )}
      </Panel>
      {(writing !== null || open !== null) && (
        <EntryDialog
          key={open?.id ?? 'new'}
          entry={writing === null ? open : null}
          initial={writing?.draft ?? null}
          starter={writing?.starter ?? false}
          categories={(overview.data?.knowledgeCategories ?? []).map(({ name }) => name)}
          readOnly={!writes}
          onChanged={reload}
          onClose={close}
        />
      )}
    </PageFrame>
  );
}
