'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Panel } from '../../../components/page-frame.tsx';
import { FailureState, Loading } from '../../../components/states.tsx';
import { SlaMacrosDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useMay, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import chart from '../charts/charts.module.css';
import reports from '../reports.module.css';
import classes from './sla.module.css';

/** Which macros replies left with in 30 days: those that nobody uses can go (seed 001, weekly check). */
export function MacroUse() {
  const t = useTranslations('reports.sla.macros');
  const formats = useFormats();
  const href = useWorkspaceHref();
  const allowed = useMay()('inbox:read');
  const query = useScreenQuery(SlaMacrosDocument, {}, { pause: !allowed });
  if (!allowed) return null;
  const macros = (query.data?.macros ?? []).toSorted((a, b) => b.used30Days - a.used30Days);
  return (
    <Panel title={t('title')} lead={t('lead')}>
      {query.failure !== null && <FailureState failure={query.failure} onRetry={query.reload} compact />}
      {query.loading && <Loading onRetry={query.reload} rows={3} />}
      {query.data !== null && macros.length === 0 && <p className={chart.nothing}>{t('nothing')}</p>}
      {macros.length > 0 && (
        <div className={chart.scroller} tabIndex={0} role="region" aria-label={t('title')}>
          <table className={chart.table}>
            <thead>
              <tr>
                <th scope="col">{t('macro')}</th>
                <th scope="col">{t('used')}</th>
                <th scope="col">{t('last')}</th>
              </tr>
            </thead>
            <tbody>
              {macros.map(({ id, name, used30Days, lastUsedAt }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{formats.number(used30Days)}</td>
                  <td>{lastUsedAt === null ? t('never') : formats.day(lastUsedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className={reports.note}>
        <Link className={classes.tidy} href={href('settings', 'macros')}>
          {t('tidy')}
        </Link>
      </p>
    </Panel>
  );
}
