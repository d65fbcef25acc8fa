'use client';
import { useTranslations } from 'next-intl';
import { Panel } from '../../../components/page-frame.tsx';
import { FailureState, Loading } from '../../../components/states.tsx';
import { BusinessHoursPageDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { HoursEditor } from './hours-editor.tsx';

/** When the team works: the week, holidays and days that differ. Due times are counted in these hours. */
export function HoursScreen() {
  const t = useTranslations('settings.hours');
  const may = useMay();
  const query = useScreenQuery(
    BusinessHoursPageDocument,
    {},
    { refreshOn: ({ verb }) => verb === 'business_hours.saved' || verb.startsWith('workspace.') },
  );
  return (
    <>
      {query.failure !== null && (
        <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
      )}
      {query.loading && (
        <Panel title={t('week')} lead={t('lead')}>
          <Loading onRetry={query.reload} rows={7} />
        </Panel>
      )}
      {query.data && (
        <HoursEditor
          current={query.data.businessHours}
          unconfirmed={query.data.movingIn.steps.some(({ key, state }) => key === 'HOURS' && state === 'OPEN')}
          readOnly={!may('workspace:manage')}
          onSaved={query.reload}
        />
      )}
    </>
  );
}
