'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { UploadList, fileSize } from '../../attachments/index.ts';
import classes from './composer.module.css';
import type { ReplyFiles } from './use-reply-files.ts';

/** What goes along with the reply, each to be taken out again, and what is still on its way. */
export function ReplyFilesList({ files }: { files: ReplyFiles }) {
  const t = useTranslations('inbox.composer');
  const words = useTranslations('attachments');
  const formats = useFormats();
  return (
    <>
      {files.waiting.length > 0 && (
        <ul className={classes.files} aria-label={t('attached')}>
          {files.waiting.map(({ id, name, sizeBytes }) => (
            <li key={id}>
              <span dir="auto">{name}</span>
              <span className={classes.saved}>{fileSize(sizeBytes, formats.number)}</span>
              <Button
                variant="subtle"
                color="gray"
                aria-label={words('removeOne', { name })}
                onClick={() => void files.remove(id)}
              >
                {words('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <UploadList {...files.uploads} />
      {files.failed && (
        <p className={classes.problem} role="alert">
          {t('attachmentsFailed')}{' '}
          <Button variant="default" onClick={files.reload}>
            {t('readAttachmentsAgain')}
          </Button>
        </p>
      )}
    </>
  );
}
