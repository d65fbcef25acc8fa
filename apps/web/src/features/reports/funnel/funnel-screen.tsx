'use client';
import { useTranslations } from 'next-intl';
import { FailureState, Loading } from '../../../components/states.tsx';
import { FunnelReportDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { todayIn } from '../../../platform/time/today-in.ts';
import { useNow } from '../../../platform/time/use-now.ts';
import { useUrlState } from '../../../platform/url-state/use-url-state.ts';
import { useMay, useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import { PeriodBar } from '../period-bar.tsx';
import { periodOf, periodUrl } from '../period.ts';
import classes from '../reports.module.css';
import { useAsOf } from '../use-as-of.ts';
import { ConversionChart } from './conversion-chart.tsx';
import { CountriesTable } from './countries-table.tsx';
import { FirstOrderBands } from './first-order-bands.tsx';
import { FunnelTiles } from './funnel-tiles.tsx';
import { OrderValues } from './order-values.tsx';
import { RevenueMonths } from './revenue-months.tsx';

/** Who asks, who orders, who comes back, and what it brings. */
export function FunnelScreen() {
  const t = useTranslations('reports.funnel');
  const { timeZone } = useWorkspace();
  const seesMoney = useMay()('money:read');
  const [asked, set] = useUrlState(periodUrl);
  const today = todayIn(timeZone, useNow());
  const period = periodOf(asked, today);
  const query = useScreenQuery(FunnelReportDocument, period, { keepPrevious: true });
  const asOf = useAsOf(query.data);
  const insights = query.data?.buyerInsights ?? null;
  const shown = { from: insights?.from ?? period.from, to: insights?.to ?? period.to };
  return (
    <>
      <PeriodBar
        period={period}
        today={today}
        asOf={asOf}
        refreshing={query.refreshing}
        onChange={set}
        onRefresh={query.reload}
      />
      {query.failure !== null && (
        <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
      )}
      {query.loading && <Loading onRetry={query.reload} rows={8} />}
      {insights !== null && (
        <>
          <FunnelTiles insights={insights} />
          <div className={classes.pair}>
            <ConversionChart
              kind="grade"
              rows={insights.conversion.filter(({ key }) => ['A', 'B', 'C'].includes(key))}
              period={shown}
            />
            <ConversionChart
              kind="level"
              rows={insights.conversion.filter(({ key }) => !['A', 'B', 'C'].includes(key))}
              period={shown}
            />
          </div>
          {seesMoney ? (
            <>
              <RevenueMonths months={insights.revenue} currency={insights.baseCurrency} period={shown} />
              <div className={classes.pair}>
                <OrderValues rows={insights.orderValues} period={shown} />
                <FirstOrderBands bands={insights.firstOrderBands} currency={insights.baseCurrency} period={shown} />
              </div>
            </>
          ) : (
            <p className={classes.note}>{t('moneyHidden')}</p>
          )}
          <CountriesTable countries={insights.countries} period={shown} />
          <p className={classes.note}>{t('countedAs')}</p>
        </>
      )}
    </>
  );
}
