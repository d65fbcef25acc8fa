'use client';
import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Panel } from '../../../components/page-frame.tsx';
import { FailureState, Loading } from '../../../components/states.tsx';
import { SampleFunnelDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import classes from '../samples.module.css';
import { GRADES, PERIODS } from '../samples-url.ts';
import { FunnelTable } from './funnel-table.tsx';
import { periodOf } from './period-of.ts';

type Period = (typeof PERIODS)[number];

/** What the samples of a period led to, in all, by the buyer's grade at request and by country. */
export function FunnelPanel({ days, onDays }: { days: Period; onDays: (days: Period) => void }) {
  const t = useTranslations('samples.funnel');
  const formats = useFormats();
  const { timeZone } = useWorkspace();
  const [period, setPeriod] = useState(() => ({ days, ...periodOf(new Date(), timeZone, Number(days)) }));
  if (period.days !== days) setPeriod({ days, ...periodOf(new Date(), timeZone, Number(days)) });
  const { from, to } = period;
  const { data, failure, loading, reload } = useScreenQuery(SampleFunnelDocument, { from, to }, { keepPrevious: true });
  const name = (key: string) => {
    const grade = GRADES.find((each) => each === key);
    if (grade) return t('grade', { grade });
    return key === 'NONE' ? t('ungraded') : key;
  };
  return (
    <Panel
      title={t('title')}
      lead={t('lead', { from: formats.date(from), to: formats.date(to) })}
      actions={
        <NativeSelect
          aria-label={t('period')}
          value={days}
          onChange={(event) => onDays(PERIODS.find((each) => each === event.currentTarget.value) ?? '90')}
          data={PERIODS.map((each) => ({ value: each, label: t('days', { count: Number(each) }) }))}
        />
      }
    >
      {failure && <FailureState failure={failure} onRetry={reload} compact={data !== null} />}
      {loading && <Loading onRetry={reload} rows={4} />}
      {data &&
        (data.sampleFunnel.rows.every(({ requested }) => requested === 0) ? (
          <p className={classes.dim}>{t('none')}</p>
        ) : (
          <div className={classes.funnels}>
            <FunnelTable
              caption={t('byGrade')}
              rows={data.sampleFunnel.byGrade}
              all={data.sampleFunnel.rows[0] ?? null}
              name={name}
            />
            <FunnelTable
              caption={t('byCountry')}
              rows={data.sampleFunnel.byCountry}
              all={null}
              name={(key) => (/^[A-Z]{2}$/.test(key) ? formats.country(key) : t('noCountry'))}
            />
            <p className={classes.dim}>{t('few')}</p>
          </div>
        ))}
    </Panel>
  );
}
