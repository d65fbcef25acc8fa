'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SlaReportFilter } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { ChartPanel } from '../charts/chart-panel.tsx';
import { FEW, countCell, percentCell, textCell } from '../report-numbers.ts';
import reports from '../reports.module.css';
import { useReportFormats } from '../use-report-formats.ts';
import type { Group, Report } from './report.ts';
import { GROUPINGS, type Grouping } from './sla-url.ts';
import classes from './sla.module.css';

/** Groups that are shown at first; buyers come from many countries. */
const SHOWN = 12;

/** The same figures for each person, channel, grade or country; one table at a time. */
export function GroupPanel({
  by,
  report,
  filter,
  onChange,
}: {
  by: Grouping;
  report: Report;
  filter: SlaReportFilter;
  onChange: (by: Grouping) => void;
}) {
  const t = useTranslations('reports.sla');
  const charts = useTranslations('reports.charts');
  const [all, setAll] = useState(false);
  const table = useGroupTable(by);
  const groups = {
    member: report.byMember,
    channel: report.byChannel,
    grade: report.byGrade,
    country: report.byCountry,
  }[by];
  const shown = all ? groups : groups.slice(0, SHOWN);
  return (
    <section className={classes.groups}>
      <div role="group" aria-label={t('groups')} className={classes.segments}>
        {GROUPINGS.map((each) => (
          <button key={each} type="button" aria-pressed={each === by} onClick={() => onChange(each)}>
            {t(`byTitle.${each}`)}
          </button>
        ))}
      </div>
      <ChartPanel
        title={t(`byTitle.${by}`)}
        download={{ list: 'sla-report', filter }}
        table={table(shown)}
        note={
          <>
            {shown.some(isFew) && <p className={reports.note}>{t('fewNote', { few: charts('few') })}</p>}
            {groups.length > SHOWN && (
              <Button variant="default" mt="sm" aria-expanded={all} onClick={() => setAll(!all)}>
                {all ? t('fewer') : t('allGroups', { count: groups.length })}
              </Button>
            )}
          </>
        }
      />
    </section>
  );
}

const isFew = ({ figures }: Group) => figures.answered > 0 && figures.answered < FEW;

function useGroupTable(by: Grouping) {
  const t = useTranslations('reports.sla');
  const formats = useFormats();
  const report = useReportFormats();
  const timeCell = (minutes: number | null) => ({
    text: minutes === null ? '–' : formats.hours(minutes),
    value: minutes === null ? '' : String(minutes),
  });
  const name = ({ key, label }: Group) => {
    if (key === null) return t(`none.${by}`);
    return by === 'country' ? formats.country(key) : label;
  };
  return (groups: readonly Group[]) => ({
    columns: [
      ...[t(`by.${by}`), t('answered'), t('unanswered'), t('mean'), t('medianShort'), t('p90')],
      ...[t('timelyShort'), t('within12Short'), t('metShort')],
    ],
    rows: groups.map((group) => {
      const { figures } = group;
      const answered = formats.number(figures.answered);
      return [
        textCell(name(group)),
        countCell(figures.answered, isFew(group) ? t('fewCount', { count: answered }) : answered),
        countCell(figures.unanswered, formats.number(figures.unanswered)),
        timeCell(figures.meanMinutes),
        timeCell(figures.medianMinutes),
        timeCell(figures.p90Minutes),
        percentCell(figures.timelyShare, report.percent(figures.timelyShare)),
        percentCell(figures.within12HoursShare, report.percent(figures.within12HoursShare)),
        percentCell(figures.metShare, report.percent(figures.metShare)),
      ];
    }),
  });
}
