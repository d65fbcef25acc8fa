'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ExceptionsPageQuery } from '../../generated/graphql.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useMay } from '../../platform/viewer/viewer-provider.tsx';
import { readableBody } from './readable-body.ts';
import classes from './settings.module.css';
import type { ExceptionActs } from './use-exception-acts.ts';

/** The API's own name for a delivery whose id could not be read. */
const UNNAMED_PREFIX = 'rejected:';

export type Exception = ExceptionsPageQuery['inboundExceptions']['edges'][number]['node'];

export function ExceptionItem({ exception, acts }: { exception: Exception; acts: ExceptionActs }) {
  const t = useTranslations('settings.exceptions');
  const formats = useFormats();
  const may = useMay();
  const { problemCode } = exception;
  const reason =
    problemCode !== null && t.has(`reasons.${problemCode}` as 'reasons.OTHER')
      ? t(`reasons.${problemCode}` as 'reasons.OTHER')
      : t('reasons.OTHER');
  const named = !exception.externalId.startsWith(UNNAMED_PREFIX);
  return (
    <li className={classes.card}>
      <div className={classes.cardHead}>
        <div className={classes.itemText}>
          <span className={classes.strong}>{reason}</span>
          <span className={classes.dim}>
            {exception.channel.name} · {formats.dateTime(exception.receivedAt)} ·{' '}
            {t('attempts', { count: exception.attempts })}
            {named && (
              <>
                {' '}
                · <code>{exception.externalId}</code>
              </>
            )}
          </span>
        </div>
        {may('exception:manage') && (
          <div className={classes.rowActs}>
            <Button variant="default" disabled={acts.retrying} onClick={() => void acts.retry(exception.id)}>
              {t('retry')}
            </Button>
            <Button variant="subtle" onClick={() => acts.dismiss(exception.id)}>
              {t('dismiss')}
            </Button>
          </div>
        )}
      </div>
      {exception.problem !== null && <p className={classes.quiet}>{exception.problem}</p>}
      <details className={classes.details}>
        <summary>{t('body')}</summary>
        <pre className={classes.body} dir="auto">
          {readableBody(exception.body)}
        </pre>
      </details>
    </li>
  );
}
