'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { GradeBadge, StatusBadge } from '../../../components/badges.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { FailureState, Loading } from '../../../components/states.tsx';
import { SlaSamplesDocument, type SlaReportFilter } from '../../../generated/graphql.ts';
import { type Failure, toFailure } from '../../../platform/graphql/failure.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useMay, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import chart from '../charts/charts.module.css';
import type { Sample } from './report.ts';
import classes from './sla.module.css';

const FIRST = 10;
const MORE = 50;
const TONES = { answered: 'good', open: 'warning', declined: 'neutral', spam: 'neutral' } as const;

/** Every sample behind the mean, the slowest first. `asOf` changes when the report was read anew. */
export function SlowestTable({ filter, asOf }: { filter: SlaReportFilter; asOf: string }) {
  const t = useTranslations('reports.sla');
  const client = useClient();
  const query = useScreenQuery(SlaSamplesDocument, { filter, first: FIRST, after: null }, { keepPrevious: true });
  const [further, setFurther] = useState<{ rows: Sample[]; after: string | null; hasMore: boolean } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asking, setAsking] = useState(false);
  const page = query.data?.responseSamples ?? null;
  const { reload } = query;
  useEffect(() => {
    setFurther(null);
    reload();
  }, [asOf, reload]);

  const rows = [...(page?.edges.map(({ node }) => node) ?? []), ...(further?.rows ?? [])];
  const after = further?.after ?? page?.pageInfo.endCursor ?? null;
  const hasMore = further?.hasMore ?? page?.pageInfo.hasNextPage ?? false;
  const showMore = async () => {
    setAsking(true);
    const { data, error } = await client.query(SlaSamplesDocument, { filter, first: MORE, after }).toPromise();
    setAsking(false);
    setFailure(error ? toFailure(error) : null);
    if (!data) return;
    const { edges, pageInfo } = data.responseSamples;
    setFurther({
      rows: [...(further?.rows ?? []), ...edges.map(({ node }) => node)],
      after: pageInfo.endCursor,
      hasMore: pageInfo.hasNextPage,
    });
  };
  return (
    <Panel title={t('slowest')} lead={page === null ? undefined : t('slowestLead', { count: page.totalCount })}>
      {query.failure !== null && <FailureState failure={query.failure} onRetry={reload} compact />}
      {query.loading && <Loading onRetry={reload} rows={4} />}
      {page !== null && rows.length === 0 && <p className={chart.nothing}>{t('nothing')}</p>}
      {rows.length > 0 && <SampleRows rows={rows} />}
      {failure !== null && <FailureState failure={failure} onRetry={() => void showMore()} compact />}
      {hasMore && (
        <Button variant="default" mt="md" loading={asking} onClick={() => void showMore()}>
          {t('more')}
        </Button>
      )}
    </Panel>
  );
}

function SampleRows({ rows }: { rows: readonly Sample[] }) {
  const t = useTranslations('reports.sla');
  const formats = useFormats();
  const href = useWorkspaceHref();
  const mayOpen = useMay()('inbox:read');
  const status = (value: string) => (value in TONES ? (value as keyof typeof TONES) : 'open');
  return (
    <div className={chart.scroller} tabIndex={0} role="region" aria-label={t('slowest')}>
      <table className={classes.samples}>
        <thead>
          <tr>
            <th scope="col">{t('inquiry')}</th>
            <th scope="col">{t('by.grade')}</th>
            <th scope="col">{t('by.channel')}</th>
            <th scope="col">{t('received')}</th>
            <th scope="col">{t('firstReply')}</th>
            <th scope="col">{t('took')}</th>
            <th scope="col">{t('by.member')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('open')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" dir="auto">
                {row.buyerName}
              </th>
              <td>
                <GradeBadge grade={row.grade} size="sm" />
              </td>
              <td>{row.channelName}</td>
              <td>{formats.dateTime(row.receivedAt)}</td>
              <td>
                {row.respondedAt === null ? (
                  <StatusBadge tone={TONES[status(row.status)]}>{t(`states.${status(row.status)}`)}</StatusBadge>
                ) : (
                  formats.dateTime(row.respondedAt)
                )}
                {row.holding && <span className={classes.mark}>{t('holding')}</span>}
                {row.automaticAt !== null && <span className={classes.mark}>{t('automatic')}</span>}
              </td>
              <td data-late={row.met === false || undefined}>
                {formats.hours(row.tookMinutes)}
                {row.met === false && <span className={classes.mark}>{t('late')}</span>}
              </td>
              <td>{row.responder ?? t('none.member')}</td>
              <td>
                {mayOpen && (
                  <Button
                    component={Link}
                    href={href('inbox', row.conversationId)}
                    variant="default"
                    aria-label={t('openOf', { name: row.buyerName })}
                  >
                    {t('open')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
