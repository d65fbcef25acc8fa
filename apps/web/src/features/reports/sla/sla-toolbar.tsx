'use client';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { SlaChoicesDocument, type SlaReportFilter } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { addDays } from '../../../platform/time/today-in.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { ChoiceButtons, useCountryChoices } from '../../buyers/index.ts';
import { DownloadMenu } from '../../exports/index.ts';
import { AsOf } from '../period-bar.tsx';
import { CLOCKS, GRADES, MEASURES, type SlaUrl } from './sla-url.ts';
import classes from './sla.module.css';

type Change = (patch: Partial<SlaUrl>) => void;

const RANGES = [7, 30, 90] as const;

/** Period, measure, clock and filters, all of them in the address; how old the numbers are; the files. */
export function SlaToolbar({
  url,
  filter,
  today,
  asOf,
  refreshing,
  onChange,
  onRefresh,
}: {
  url: SlaUrl;
  filter: SlaReportFilter;
  today: string;
  asOf: Date | null;
  refreshing: boolean;
  onChange: Change;
  onRefresh: () => void;
}) {
  return (
    <div className={classes.toolbar}>
      <PeriodFields filter={filter} today={today} onChange={onChange} />
      <div className={classes.row}>
        <FilterFields url={url} onChange={onChange} />
      </div>
      <div className={classes.row} data-end>
        <AsOf asOf={asOf} refreshing={refreshing} onRefresh={onRefresh} />
        <DownloadMenu list="sla-samples" also={['sla-report']} filter={filter} />
      </div>
    </div>
  );
}

function PeriodFields({ filter, today, onChange }: { filter: SlaReportFilter; today: string; onChange: Change }) {
  const t = useTranslations('reports');
  const isRange = (days: number) => filter.to === today && filter.from === addDays(today, 1 - days);
  return (
    <div className={classes.row} role="group" aria-label={t('period.label')}>
      <TextInput
        type="date"
        label={t('period.from')}
        value={filter.from}
        max={today}
        onChange={({ currentTarget: { value } }) => value !== '' && onChange({ from: value, to: filter.to })}
      />
      <TextInput
        type="date"
        label={t('period.to')}
        value={filter.to}
        onChange={({ currentTarget: { value } }) => value !== '' && onChange({ from: filter.from, to: value })}
      />
      {RANGES.map((days) => (
        <Button
          key={days}
          variant={isRange(days) ? 'light' : 'default'}
          aria-pressed={isRange(days)}
          onClick={() =>
            onChange(days === 30 ? { from: null, to: null } : { from: addDays(today, 1 - days), to: today })
          }
        >
          {t('sla.lastDays', { days })}
        </Button>
      ))}
    </div>
  );
}

function FilterFields({ url, onChange }: { url: SlaUrl; onChange: Change }) {
  const t = useTranslations('reports.sla');
  const may = useMay();
  const countries = useCountryChoices();
  const [withMembers, withChannels] = [may('member:read'), may('channel:read')];
  const { data } = useScreenQuery(SlaChoicesDocument, { withMembers, withChannels });
  const measure = (value: string) => MEASURES.find((each) => each === value) ?? 'PLATFORM';
  return (
    <>
      <NativeSelect
        label={t('measure')}
        value={url.measure}
        onChange={(event) => onChange({ measure: measure(event.currentTarget.value) })}
        data={MEASURES.map((value) => ({ value, label: t(`measures.${value}`) }))}
      />
      <div role="group" aria-label={t('clock')} className={classes.segments}>
        {CLOCKS.map((clock) => {
          const chosen = url.measure === 'PLATFORM' ? 'CALENDAR' : url.clock;
          return (
            <button
              key={clock}
              type="button"
              aria-pressed={clock === chosen}
              // The platform knows no business hours: asking for them means the team's own measure.
              onClick={() =>
                onChange(
                  clock === 'BUSINESS' && url.measure === 'PLATFORM' ? { clock, measure: 'RESPONSE' } : { clock },
                )
              }
            >
              {t(`clocks.${clock}`)}
            </button>
          );
        })}
      </div>
      {withChannels && (
        <NativeSelect
          label={t('by.channel')}
          value={url.channel ?? ''}
          onChange={(event) => onChange({ channel: event.currentTarget.value || null })}
          data={[{ value: '', label: t('anyChannel') }, ...choices(data?.channels)]}
        />
      )}
      {withMembers && (
        <NativeSelect
          label={t('by.member')}
          value={url.member ?? ''}
          onChange={(event) => onChange({ member: event.currentTarget.value || null })}
          data={[{ value: '', label: t('anyMember') }, ...choices(data?.members)]}
        />
      )}
      <ChoiceButtons
        label={t('by.grade')}
        labelled
        choices={GRADES}
        chosen={url.grade}
        onChange={(grade) => onChange({ grade })}
      />
      <NativeSelect
        label={t('by.country')}
        value={url.country ?? ''}
        onChange={(event) => onChange({ country: event.currentTarget.value || null })}
        data={[{ value: '', label: t('anyCountry') }, ...countries]}
      />
    </>
  );
}

function choices(rows: readonly { id: string; name: string }[] | undefined): { value: string; label: string }[] {
  return (rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
}
