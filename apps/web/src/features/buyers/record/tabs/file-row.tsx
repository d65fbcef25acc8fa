'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { DownloadIcon } from '../../../../components/icons.tsx';
import type { BuyerFileFieldsFragment } from '../../../../generated/graphql.ts';
import { useFormats } from '../../../../platform/i18n/use-formats.ts';
import { useWorkspace } from '../../../../platform/viewer/viewer-provider.tsx';
import classes from '../buyer-page.module.css';
import fileClasses from './files.module.css';
import { fileSize } from './file-size.ts';

/** One kept file: opened by its name. */
export function FileRow({ file, onRemove }: { file: BuyerFileFieldsFragment; onRemove: (() => void) | null }) {
  const t = useTranslations('buyers.files');
  const formats = useFormats();
  const { slug } = useWorkspace();
  // A link cannot send the workspace's header, so its address names it.
  const address = file.path.includes('workspace=')
    ? file.path
    : `${file.path}${file.path.includes('?') ? '&' : '?'}workspace=${encodeURIComponent(slug)}`;
  return (
    <li className={fileClasses.row}>
      <a href={address} download={file.name} className={fileClasses.name}>
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
          className={fileClasses.act}
        >
          {t('remove')}
        </Button>
      )}
    </li>
  );
}
