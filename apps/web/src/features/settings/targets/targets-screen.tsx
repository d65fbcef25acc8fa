'use client';
import { useTranslations } from 'next-intl';
import { Panel } from '../../../components/page-frame.tsx';
import { FailureState, Loading } from '../../../components/states.tsx';
import { ResponseTargetsPageDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { RecomputePanel } from './recompute-panel.tsx';
import { TargetsEditor } from './targets-editor.tsx';

/** How fast the team promises itself to answer, and measuring the past anew by what it promises now. */
export function TargetsScreen() {
  const t = useTranslations('settings.targets');
  const may = useMay();
  const query = useScreenQuery(
    ResponseTargetsPageDocument,
    {},
    { refreshOn: ({ subjectKind }) => subjectKind === 'response_targets' || subjectKind === 'channel' },
  );
  const manages = may('policy:manage');
  return (
    <>
      {query.failure !== null && (
        <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
      )}
      {query.loading && (
        <Panel title={t('measures.first')}>
          <Loading onRetry={query.reload} rows={5} />
        </Panel>
      )}
      {query.data && (
        <TargetsEditor
          current={query.data.responseTargets}
          channels={query.data.channels.filter(({ kind }) => kind !== 'FILE')}
          readOnly={!manages}
          onSaved={query.reload}
        />
      )}
      {query.data && manages && <RecomputePanel />}
    </>
  );
}
