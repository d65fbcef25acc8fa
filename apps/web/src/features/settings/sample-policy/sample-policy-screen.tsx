'use client';
import { useTranslations } from 'next-intl';
import { Panel } from '../../../components/page-frame.tsx';
import { FailureState, Loading } from '../../../components/states.tsx';
import { SamplePolicyPageDocument, type SamplePolicyRowFragment } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import classes from '../settings.module.css';
import { SamplePolicyEditor } from './sample-policy-editor.tsx';

/** Who pays how much of a sample, by the buyer's grade. */
export function SamplePolicyScreen() {
  const t = useTranslations('settings.samplePolicy');
  const may = useMay();
  const query = useScreenQuery(
    SamplePolicyPageDocument,
    {},
    { refreshOn: ({ verb }) => verb.startsWith('sample_policy') },
  );
  const versions = query.data?.samplePolicies ?? [];
  const current = versions[0];
  return (
    <>
      {query.failure !== null && (
        <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
      )}
      {query.loading && (
        <Panel title={t('title')} lead={t('lead')}>
          <Loading onRetry={query.reload} rows={4} />
        </Panel>
      )}
      {current && (
        <>
          <SamplePolicyEditor current={current} readOnly={!may('policy:manage')} onSaved={query.reload} />
          <Panel title={t('history')} flush>
            <ol className={classes.list}>
              {versions.map((version) => (
                <Version key={version.version} version={version} />
              ))}
            </ol>
          </Panel>
        </>
      )}
    </>
  );
}

function Version({ version }: { version: SamplePolicyRowFragment }) {
  const t = useTranslations('settings.samplePolicy');
  const formats = useFormats();
  const { policy } = version;
  return (
    <li className={classes.item}>
      <span className={classes.itemText}>
        <span className={classes.strong}>{t('version', { version: version.version })}</span>
        <span>
          {t('shares', { a: policy.shareA, b: policy.shareB, c: policy.shareC })} ·{' '}
          {t(policy.includeCourier ? 'withCourier' : 'withoutCourier')} ·{' '}
          {policy.monthlyBudget === null
            ? t('noBudget')
            : t('budgetIs', { budget: formats.money(policy.monthlyBudget), warn: policy.warnAtPercent })}
        </span>
        <span className={classes.dim}>
          {t('by', { name: version.createdBy?.name ?? t('system'), at: formats.dateTime(version.createdAt) })}
        </span>
      </span>
    </li>
  );
}
