'use client';
import { useTranslations } from 'next-intl';
import { Panel } from '../../../components/page-frame.tsx';
import { FailureState, Loading } from '../../../components/states.tsx';
import { WorkspaceSettingsPageDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { WorkspaceForm } from './workspace-form.tsx';

/** Name, language, time zone, base currency and undo window of the workspace. */
export function WorkspaceScreen() {
  const t = useTranslations('settings.workspace');
  const may = useMay();
  const query = useScreenQuery(
    WorkspaceSettingsPageDocument,
    {},
    { refreshOn: ({ verb }) => verb.startsWith('workspace.') },
  );
  const unconfirmed = (query.data?.movingIn.steps ?? []).some(
    ({ key, state }) => (key === 'LANGUAGE' || key === 'CURRENCY') && state === 'OPEN',
  );
  return (
    <>
      {query.failure !== null && (
        <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
      )}
      {query.loading && (
        <Panel title={t('title')} lead={t('lead')}>
          <Loading onRetry={query.reload} rows={5} />
        </Panel>
      )}
      {query.data && (
        <WorkspaceForm
          current={query.data.workspaceSettings}
          unconfirmed={unconfirmed}
          readOnly={!may('workspace:manage')}
          onSaved={query.reload}
        />
      )}
    </>
  );
}
