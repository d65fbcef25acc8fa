'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { CheckIcon } from '../../components/icons.tsx';
import { lazyPart } from '../../components/lazy-part.tsx';
import { PageFrame, Panel } from '../../components/page-frame.tsx';
import { Bone, EmptyState, FailureState, Loading } from '../../components/states.tsx';
import { HomeDocument, type HomeQuery, type InboxRowFieldsFragment } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useNow } from '../../platform/time/use-now.ts';
import { useMay, useWorkspace, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { useRowWalk } from '../buyers/index.ts';
import { cappedCount } from '../inbox/index.ts';
import { DueRow } from './due-row.tsx';
import { groupDue } from './group-due.ts';
import { HeadlineCard } from './headline-card.tsx';
import classes from './home.module.css';
import { useFinishedAt } from './use-finished-at.ts';
import { WarningRow } from './warning-row.tsx';

/** Only a new workspace draws it. */
const MovingInCard = lazyPart(() => import('../moving-in/index.ts').then((module) => module.MovingInCard));

/** Home: a list that ends. What is due now and today, what went wrong, and how fast we answer. */
export function HomeScreen() {
  const t = useTranslations('home');
  const { isDemo } = useWorkspace();
  const { data, failure, loading, reload } = useScreenQuery(HomeDocument, {}, { refreshOn: () => true });
  return (
    <PageFrame title={t('title')} lead={data && <HomeLead home={data.home} />} wide>
      {!isDemo && <MovingInCard />}
      {failure && <FailureState failure={failure} onRetry={reload} compact={data !== null} />}
      {loading && (
        <Loading onRetry={reload}>
          <Bone height="11rem" />
          <Bone height="20rem" />
        </Loading>
      )}
      {data && <HomeBody home={data.home} />}
    </PageFrame>
  );
}

function HomeLead({ home }: { home: HomeQuery['home'] }) {
  const t = useTranslations('home');
  const formats = useFormats();
  const exceptions = useMay()('exception:read') ? home.inboundExceptions : 0;
  const troubles = home.failedDeliveries + exceptions;
  const lead = t('lead', {
    waiting: cappedCount(home.counts.waiting, formats.number),
    overdue: cappedCount(home.counts.overdue, formats.number),
    answered: formats.number(home.answeredToday),
  });
  return troubles > 0 ? `${lead} · ${t('leadTroubles', { count: troubles })}` : lead;
}

function HomeBody({ home }: { home: HomeQuery['home'] }) {
  const t = useTranslations('home');
  const formats = useFormats();
  const now = useNow();
  const href = useWorkspaceHref();
  const may = useMay();
  const list = useRef<HTMLDivElement>(null);
  useRowWalk(list);
  const groups = groupDue(home.due, now, formats.day);
  const exceptions = may('exception:read') ? home.inboundExceptions : 0;
  const troubles = Number(home.failedDeliveries > 0) + Number(exceptions > 0);
  const warnings = home.counts.waiting + troubles;
  const finishedAt = useFinishedAt(warnings, home.asOf);

  useEffect(() => {
    // Focus starts on the first warning, unless the reader has gone somewhere already.
    if (document.activeElement === document.body || document.activeElement?.tagName === 'MAIN')
      list.current?.querySelector<HTMLElement>('[data-walk]')?.focus();
  }, []);

  return (
    <>
      {home.headlines.length > 0 && (
        <section aria-label={t('headlines')}>
          <ul className={classes.headlines}>
            {home.headlines.map((headline) => (
              <HeadlineCard key={headline.channelId} headline={headline} />
            ))}
          </ul>
        </section>
      )}
      <div ref={list} className={classes.lists}>
        {warnings === 0 && (
          <Panel>
            <div role="status">
              <EmptyState
                icon={<CheckIcon />}
                title={finishedAt === null ? t('noWarnings') : t('finished', { at: formats.time(finishedAt) })}
              >
                {t('finishedText')}
              </EmptyState>
            </div>
          </Panel>
        )}
        <DueGroup title={t('now')} lead={t('nowLead')} rows={groups.now} />
        {troubles > 0 && (
          <Panel title={t('troubles')} flush>
            <ul className={classes.rows}>
              {home.failedDeliveries > 0 && (
                <WarningRow
                  text={t('failedDeliveries', { count: home.failedDeliveries })}
                  action={t('showReplies')}
                  href={`${href('inbox')}?view=ALL`}
                />
              )}
              {exceptions > 0 && (
                <WarningRow
                  text={t('exceptions', { count: exceptions })}
                  action={t('showExceptions')}
                  href={href('settings', 'exceptions')}
                />
              )}
            </ul>
          </Panel>
        )}
        <DueGroup title={t('today')} rows={groups.today} />
        <DueGroup title={t('later')} rows={groups.later} />
        {home.counts.waiting > home.due.length && (
          <Button component={Link} href={href('inbox')} variant="default">
            {t('allWaiting', { count: cappedCount(home.counts.waiting, formats.number) })}
          </Button>
        )}
      </div>
    </>
  );
}

function DueGroup({ title, lead, rows }: { title: string; lead?: string; rows: readonly InboxRowFieldsFragment[] }) {
  const t = useTranslations('home');
  if (rows.length === 0) return null;
  return (
    <Panel title={t('groupCount', { title, count: rows.length })} lead={lead} flush>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <DueRow key={row.id} row={row} />
        ))}
      </ul>
    </Panel>
  );
}
