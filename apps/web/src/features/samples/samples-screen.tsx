'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { PlusIcon, SamplesIcon } from '../../components/icons.tsx';
import { lazyPart } from '../../components/lazy-part.tsx';
import { PageFrame } from '../../components/page-frame.tsx';
import { Bone, EmptyState, FailureState, Loading } from '../../components/states.tsx';
import { type SampleFilter, SampleBudgetNowDocument } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { useUrlState } from '../../platform/url-state/use-url-state.ts';
import { useMay } from '../../platform/viewer/viewer-provider.tsx';
import { DownloadMenu } from '../exports/index.ts';
import { BudgetBar } from './budget-bar.tsx';
import { SampleCard } from './sample-card.tsx';
import { SamplesFilters } from './samples-filters.tsx';
import classes from './samples.module.css';
import { samplesUrl } from './samples-url.ts';
import type { SavedSample } from './use-sample-refusal.ts';
import { useSamples } from './use-samples.ts';

const RequestDialog = lazyPart(() => import('./request/request-dialog.tsx').then((module) => module.RequestDialog));

/** Below the list, so loaded after it. */
const FunnelPanel = lazyPart(() => import('./funnel/funnel-panel.tsx').then((module) => module.FunnelPanel));

/** Samples: what each must prove, who pays what, how far it is, and what they all led to. */
export function SamplesScreen() {
  const t = useTranslations('samples');
  const may = useMay();
  const { show } = useToasts();
  const [values, set] = useUrlState(samplesUrl);
  const { status, grade } = values;
  const filter = useMemo<SampleFilter>(
    () => ({
      ...(status === 'open' ? { open: true } : status !== 'all' && { stage: [status] }),
      ...(grade.length > 0 && { grade: [...grade] }),
    }),
    [status, grade],
  );
  const list = useSamples(filter);
  const budget = useScreenQuery(
    SampleBudgetNowDocument,
    {},
    { refreshOn: ({ subjectKind }) => subjectKind.startsWith('sample') },
  );
  const [asked, setAsked] = useState(false);
  const requesting = may('sample:request') && (asked || values.new !== null);
  const close = () => {
    setAsked(false);
    if (values.new !== null) set({ new: null, conversation: null }, 'replace');
  };
  const onSaved = ({ sample }: SavedSample) => {
    list.put(sample);
    budget.reload();
  };
  const request = may('sample:request') && (
    <Button leftSection={<PlusIcon />} onClick={() => setAsked(true)}>
      {t('request.open')}
    </Button>
  );
  return (
    <PageFrame
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <DownloadMenu list="samples" filter={filter} />
          {request}
        </>
      }
      wide
    >
      {budget.data && <BudgetBar budget={budget.data.sampleBudget} />}
      <SamplesFilters values={values} set={set} />
      {list.failure && <FailureState failure={list.failure} onRetry={list.reload} compact={list.rows !== null} />}
      {list.rows === null && !list.failure && (
        <Loading onRetry={list.reload}>
          {Array.from({ length: 3 }, (_, row) => (
            <Bone key={row} height="12rem" />
          ))}
        </Loading>
      )}
      <div className={classes.changedSlot} role="status">
        {list.changed && (
          <Button variant="light" onClick={list.accept}>
            {t('changed')}
          </Button>
        )}
      </div>
      {list.rows?.length === 0 && (
        <EmptyState
          icon={<SamplesIcon />}
          title={t(`empty.${emptyKey(status, grade.length > 0)}`)}
          action={
            status === 'open' && grade.length === 0 ? null : (
              <Button variant="default" onClick={() => set({ status: 'all', grade: [] })}>
                {t('showAll')}
              </Button>
            )
          }
        >
          {t(`emptyText.${emptyKey(status, grade.length > 0)}`)}
        </EmptyState>
      )}
      {list.rows !== null && list.rows.length > 0 && (
        <ul className={classes.list} aria-label={t('title')}>
          {list.rows.map((sample) => (
            <SampleCard key={sample.id} sample={sample} onSaved={onSaved} />
          ))}
        </ul>
      )}
      {list.hasMore && (
        <div className={classes.more}>
          {list.moreFailure && <FailureState failure={list.moreFailure} compact />}
          <Button variant="default" loading={list.loadingMore} onClick={list.loadMore}>
            {t('more')}
          </Button>
        </div>
      )}
      {may('report:read') && <FunnelPanel days={values.days} onDays={(days) => set({ days })} />}
      {requesting && (
        <RequestDialog
          buyerId={values.new}
          conversationId={values.conversation}
          onClose={close}
          onSaved={(saved) => {
            onSaved(saved);
            close();
            show({ message: t('request.done', { name: saved.sample.buyer.name }), tone: 'good' });
          }}
        />
      )}
    </PageFrame>
  );
}

/** "Nothing yet" differs from "nothing like this". */
const emptyKey = (status: string, byGrade: boolean) =>
  byGrade || (status !== 'open' && status !== 'all') ? 'match' : status === 'open' ? 'open' : 'all';
