'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { AlertIcon } from '../../../components/icons.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { isMessage } from '../import-words.ts';
import { FileButton } from './drop-zone.tsx';
import { readableSize } from './readable-size.ts';
import classes from './start.module.css';
import type { ImportUploads } from './use-import-upload.ts';

/** Sending these again would fail again: another file is needed. */
const FINAL: readonly string[] = [
  'EMPTY',
  'PAYLOAD_TOO_LARGE',
  'OLD_EXCEL',
  'NOT_A_TABLE',
  'UNSUPPORTED_FILE_TYPE',
  'CONFLICT',
  'FORBIDDEN',
];

/** The file on its way, or what kept it from arriving. */
export function UploadPanel({ uploads: { current, send, retry, cancel } }: { uploads: ImportUploads }) {
  const t = useTranslations('imports.upload');
  const reasons = useTranslations('imports.upload.failures');
  const common = useTranslations('common');
  const failure = useTranslations('failure');
  const formats = useFormats();
  if (current === null) return null;
  const { file, share, failed } = current;
  const percent = Math.floor(share * 100);
  if (failed !== null)
    return (
      <Panel title={t('failedTitle')}>
        <div className={classes.failed} role="alert">
          <AlertIcon className={classes.failedIcon} />
          <div className={classes.failedText}>
            <p className={classes.fileName} dir="auto">
              {file.name}
            </p>
            <p>{reasons(isMessage(reasons, failed.code) ? failed.code : 'other')}</p>
            {failed.reference !== null && (
              <p className={classes.dim}>
                {failure('referenceAdvice')} <code>{failed.reference}</code>
              </p>
            )}
          </div>
        </div>
        <div className={classes.acts}>
          {!FINAL.includes(failed.code) && <Button onClick={retry}>{common('retry')}</Button>}
          <FileButton
            label={t('another')}
            variant={FINAL.includes(failed.code) ? 'filled' : 'default'}
            onFile={(other) => send(other, current)}
          />
          <Button variant="subtle" color="gray" onClick={cancel}>
            {common('close')}
          </Button>
        </div>
      </Panel>
    );
  return (
    <Panel title={t('title')} lead={t('lead')}>
      <p className={classes.fileName} dir="auto">
        {file.name}
      </p>
      <progress className={classes.bar} max={100} value={percent} aria-label={t('sending', { name: file.name })} />
      <div className={classes.progressLine}>
        <span>
          {t('progress', {
            percent,
            sent: readableSize(share * file.size, formats.number),
            size: readableSize(file.size, formats.number),
          })}
        </span>
        <Button variant="default" onClick={cancel}>
          {t('cancel')}
        </Button>
      </div>
    </Panel>
  );
}
