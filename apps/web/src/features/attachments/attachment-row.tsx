'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { DownloadIcon } from '../../components/icons.tsx';
import type { AttachmentFieldsFragment } from '../../generated/graphql.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useWorkspace } from '../../platform/viewer/viewer-provider.tsx';
import { downloadAddress } from './attachment-address.ts';
import classes from './attachments.module.css';
import { fileSize } from './file-size.ts';

/** One kept file: opened by its name. */
export function AttachmentRow({ file, onRemove }: { file: AttachmentFieldsFragment; onRemove: (() => void) | null }) {
  const t = useTranslations('attachments');
  const formats = useFormats();
  const { slug } = useWorkspace();
  return (
    <li className={classes.row}>
      <a href={downloadAddress(file.path, slug)} download={file.name} className={classes.name}>
        <DownloadIcon />
        <span dir="auto">{file.name}</span>
      </a>
      <span className={classes.dim}>
        {[fileSize(file.sizeBytes, formats.number), formats.dateTime(file.createdAt), file.uploadedBy?.name]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {onRemove && (
        <Button
          variant="subtle"
          color="red"
          c="var(--dg-danger)"
          aria-label={t('removeOne', { name: file.name })}
          onClick={onRemove}
          className={classes.act}
        >
          {t('remove')}
        </Button>
      )}
    </li>
  );
}
