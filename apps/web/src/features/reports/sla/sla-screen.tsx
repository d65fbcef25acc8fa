'use client';
import { useTranslations } from 'next-intl';
import { FailureState, Loading } from '../../../components/states.tsx';
import { SlaReportDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { todayIn } from '../../../platform/time/today-in.ts';
import { useNow } from '../../../platform/time/use-now.ts';
import { useUrlState } from '../../../platform/url-state/use-url-state.ts';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import classes from '../reports.module.css';
import { ArrivalsHeatmap } from './arrivals-heatmap.tsx';
import { ConversionBands } from './conversion-bands.tsx';
import { GroupPanel } from './group-panel.tsx';
import { MacroUse } from './macro-use.tsx';
import { ResponseTiles } from './response-tiles.tsx';
import { RollingLine } from './rolling-line.tsx';
import { SlaToolbar } from './sla-toolbar.tsx';
import { filterOf, slaUrl } from './sla-url.ts';
import { SlowestTable } from './slowest-table.tsx';

/** Why are we slow? The mean against its target, with the unanswered beside it, and every sample behind it. */
export function SlaScreen() {
  const t = useTranslations('reports.sla');
  const formats = useFormats();
  const { timeZone } = useWorkspace();
  const [url, set] = useUrlState(slaUrl);
  const today = todayIn(timeZone, useNow());
  const filter = filterOf(url, today);
  const query = useScreenQuery(SlaReportDocument, { filter }, { keepPrevious: true });
  const report = query.data?.slaReport ?? null;
  return (
    <>
      <SlaToolbar
        url={url}
        filter={filter}
        today={today}
        asOf={report === null ? null : new Date(report.asOf)}
        refreshing={query.refreshing}
        onChange={set}
        onRefresh={query.reload}
      />
      {query.failure !== null && (
        <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
      )}
      {query.loading && <Loading onRetry={query.reload} rows={8} />}
      {report !== null && (
        <>
          <ResponseTiles report={report} />
          <RollingLine report={report} filter={filter} />
          <SlowestTable filter={filter} asOf={report.asOf} />
          <ArrivalsHeatmap report={report} filter={filter} />
          <GroupPanel by={url.by} report={report} filter={filter} onChange={(by) => set({ by }, 'replace')} />
          <div className={classes.pair}>
            <ConversionBands report={report} filter={filter} />
            <MacroUse />
          </div>
          <p className={classes.note}>
            {t('countedAs', {
              since: formats.dateTime(report.filter.since),
              until: formats.dateTime(report.filter.until),
              timeZone,
            })}{' '}
            {t(`measureText.${report.filter.measure}`)}
          </p>
        </>
      )}
    </>
  );
}
