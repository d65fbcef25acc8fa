'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { PreviewRecomputationQuery } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import classes from '../settings.module.css';

type Change = PreviewRecomputationQuery['previewRecomputation']['changes'][number];

/** The inquiries that would change, the first 200, with what stood and what would stand. */
export function RecomputedList({ changes }: { changes: readonly Change[] }) {
  const t = useTranslations('settings.targets.past');
  const formats = useFormats();
  const href = useWorkspaceHref();
  const result = (met: boolean | null) => t(met === null ? 'open' : met ? 'met' : 'missed');
  return (
    <details className={classes.details}>
      <summary>{t('list', { shown: changes.length })}</summary>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('listName')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('buyer')}</th>
              <th scope="col">{t('opened')}</th>
              <th scope="col">{t('due')}</th>
              <th scope="col">{t('result')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={`${change.conversationId}:${change.openedAt}`}>
                <td>
                  <Link className={classes.inlineLink} href={href('inbox', change.conversationId)}>
                    {change.buyerName}
                  </Link>
                </td>
                <td>{formats.dateTime(change.openedAt)}</td>
                <td>
                  {t('fromTo', {
                    before: formats.dateTime(change.dueBefore),
                    after: formats.dateTime(change.dueAfter),
                  })}
                </td>
                <td>
                  {change.metBefore === change.metAfter
                    ? result(change.metAfter)
                    : t('fromTo', { before: result(change.metBefore), after: result(change.metAfter) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
