'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { knownCode } from '../../known-code.ts';
import fileClasses from './files.module.css';
import type { Upload } from './use-uploads.ts';

/** Why a file did not arrive, in words that help; anything else gets the general ones. */
const FAILURES = [
  'EMPTY',
  'TOO_LARGE',
  'CONFLICT',
  'OFFLINE',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'NOT_FOUND',
  'RATE_LIMITED',
] as const;
/** Sending these again would fail again. */
const FINAL: readonly string[] = ['EMPTY', 'TOO_LARGE', 'CONFLICT', 'FORBIDDEN', 'NOT_FOUND'];

/** One file on its way. */
export function UploadRow({ upload, onRetry, onDrop }: { upload: Upload; onRetry: () => void; onDrop: () => void }) {
  const t = useTranslations('buyers.files');
  const common = useTranslations('common');
  const { file, share, failed } = upload;
  const percent = Math.round(share * 100);
  if (failed === null)
    return (
      <li className={fileClasses.row}>
        <span className={fileClasses.name} dir="auto">
          {file.name}
        </span>
        <progress
          className={fileClasses.progress}
          max={100}
          value={percent}
          aria-label={t('sending', { name: file.name })}
        />
        <span>{percent}%</span>
      </li>
    );
  return (
    <li className={fileClasses.row}>
      <span className={fileClasses.failed} role="alert">
        <strong dir="auto">{file.name}</strong> {t(`failures.${knownCode(FAILURES, failed) ?? 'other'}`)}
      </span>
      <span className={fileClasses.act}>
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
