'use client';
import type { GradingRules } from '@dangol/crm';
import { useTranslations } from 'next-intl';
import { Panel } from '../../../components/page-frame.tsx';
import { FailureState, Loading } from '../../../components/states.tsx';
import { GradingRulesPageDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { RulesEditor } from './rules-editor.tsx';
import { RulesHistory, type RulesVersion } from './rules-history.tsx';

/** The workspace's grading rules: read by everyone who sees grades, changed by those who may. */
export function GradingScreen() {
  const t = useTranslations('settings.grading');
  const may = useMay();
  const query = useScreenQuery(GradingRulesPageDocument, {}, { refreshOn: ({ verb }) => verb.startsWith('grading') });
  const versions = query.data?.gradingRules.map(
    // The API answers the rules as the JSON that @dangol/crm defines; it has checked them when they were saved.
    (each): RulesVersion => ({ ...each, rules: each.rules as unknown as GradingRules }),
  );
  const current = versions?.find((each) => each.current);
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
      {versions && current && (
        <>
          <RulesEditor current={current} readOnly={!may('grading:manage')} onSaved={query.reload} />
          <RulesHistory versions={versions} />
        </>
      )}
    </>
  );
}
