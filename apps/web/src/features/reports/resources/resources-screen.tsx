'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { FailureState, Loading } from '../../../components/states.tsx';
import { ResourcesReportDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { oneOf, urlState } from '../../../platform/url-state/url-state.ts';
import { useUrlState } from '../../../platform/url-state/use-url-state.ts';
import { AsOf } from '../period-bar.tsx';
import classes from '../reports.module.css';
import { useAsOf } from '../use-as-of.ts';
import { EffortByGrade } from './effort-by-grade.tsx';
import { UnownedPanel } from './unowned-panel.tsx';
import { ViolationsPanel } from './violations-panel.tsx';
import { WorkloadTable } from './workload-table.tsx';

const DAYS = ['30', '90', '365'] as const;
const resourcesUrl = urlState({ days: oneOf(DAYS, '30') });

/** Where the team's hours go, against where the revenue comes from. */
export function ResourcesScreen() {
  const t = useTranslations('reports.resources');
  const [{ days }, set] = useUrlState(resourcesUrl);
  const query = useScreenQuery(ResourcesReportDocument, { days: Number(days) }, { keepPrevious: true });
  const asOf = useAsOf(query.data);
  const workload = query.data?.workload ?? null;
  return (
    <>
      <div className={classes.toolbar}>
        <div className={classes.period} role="group" aria-label={t('period')}>
          {DAYS.map((each) => (
            <Button
              key={each}
              variant={each === days ? 'light' : 'default'}
              aria-pressed={each === days}
              onClick={() => set({ days: each })}
            >
              {t('lastDays', { days: Number(each) })}
            </Button>
          ))}
        </div>
        <AsOf asOf={asOf} refreshing={query.refreshing} onRefresh={query.reload} />
      </div>
      {query.failure !== null && (
        <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
      )}
      {query.loading && <Loading onRetry={query.reload} rows={8} />}
      {workload !== null && (
        <>
          <EffortByGrade grades={workload.grades} days={workload.days} />
          <UnownedPanel unassigned={workload.unassigned} onAssigned={query.reload} />
          <ViolationsPanel violations={workload.violations} />
          <WorkloadTable members={workload.members} days={workload.days} />
        </>
      )}
    </>
  );
}
