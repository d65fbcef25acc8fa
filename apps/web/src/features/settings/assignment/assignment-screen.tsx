'use client';
import { useTranslations } from 'next-intl';
import { Panel } from '../../../components/page-frame.tsx';
import { FailureState, Loading } from '../../../components/states.tsx';
import { AssignmentRulesPageDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { byTrust } from '../role-keys.ts';
import { AssignmentEditor } from './assignment-editor.tsx';

/** Who serves whom, and how many hours each grade should take. */
export function AssignmentScreen() {
  const t = useTranslations('settings.assignment');
  const may = useMay();
  const query = useScreenQuery(
    AssignmentRulesPageDocument,
    {},
    { refreshOn: ({ verb }) => verb.startsWith('assignment') || verb.startsWith('role.') },
  );
  return (
    <>
      {query.failure !== null && (
        <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
      )}
      {query.loading && (
        <Panel title={t('title')} lead={t('lead')}>
          <Loading onRetry={query.reload} rows={6} />
        </Panel>
      )}
      {query.data !== null && (
        <AssignmentEditor
          current={query.data.assignmentRules}
          roles={query.data.roles.map(({ key }) => key).sort(byTrust)}
          readOnly={!may('policy:manage')}
          onSaved={query.reload}
        />
      )}
    </>
  );
}
