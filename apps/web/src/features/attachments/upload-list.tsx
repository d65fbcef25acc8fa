'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './attachments.module.css';
import type { Upload, Uploads } from './use-uploads.ts';

/** Why a file did not arrive, in words that help; anything else gets the general ones. */
const FAILURES = [
  'EMPTY',
  'TOO_LARGE',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_FILE_TYPE',
  'CONFLICT',
  'OFFLINE',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'NOT_FOUND',
  'RATE_LIMITED',
] as const;
/** Sending these again would fail again. */
const FINAL: readonly string[] = [
  'EMPTY',
  'TOO_LARGE',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_FILE_TYPE',
  'CONFLICT',
  'FORBIDDEN',
  'NOT_FOUND',
];

/** The files on their way, each with how far it is or why it did not arrive. */
export function UploadList({ uploads, retry, drop }: Pick<Uploads, 'uploads' | 'retry' | 'drop'>) {
  return (
    <ul className={classes.list} aria-live="polite">
      {uploads.map((upload) => (
        <UploadRow key={upload.id} upload={upload} onRetry={() => retry(upload)} onDrop={() => drop(upload.id)} />
      ))}
    </ul>
  );
}

function UploadRow({ upload, onRetry, onDrop }: { upload: Upload; onRetry: () => void; onDrop: () => void }) {
  const t = useTranslations('attachments');
  const common = useTranslations('common');
  const { file, share, failed } = upload;
  const percent = Math.round(share * 100);
  if (failed === null)
    return (
      <li className={classes.row}>
        <span className={classes.name} dir="auto">
          {file.name}
        </span>
        <progress
          className={classes.progress}
          max={100}
          value={percent}
          aria-label={t('sending', { name: file.name })}
        />
        <span>{percent}%</span>
        <Button variant="subtle" aria-label={t('stopOne', { name: file.name })} onClick={onDrop}>
          {t('stop')}
        </Button>
      </li>
    );
  return (
    <li className={classes.row}>
      <span className={classes.failed} role="alert">
        <strong dir="auto">{file.name}</strong> {t(`failures.${FAILURES.find((code) => code === failed) ?? 'other'}`)}
      </span>
      <span className={classes.act}>
        {!FINAL.includes(failed) && (
          <Button variant="default" onClick={onRetry}>
            {common('retry')}
          </Button>
        )}
        <Button variant="subtle" onClick={onDrop}>
          {common('dismiss')}
        </Button>
      </span>
    </li>
  );
}
