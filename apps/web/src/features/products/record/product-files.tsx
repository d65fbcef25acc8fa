'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Panel } from '../../../components/page-frame.tsx';
import type { ProductRecordFragment } from '../../../generated/graphql.ts';
import { AttachmentRow, FileDrop, RemoveAttachmentDialog, UploadList, useUploads } from '../../attachments/index.ts';
import classes from './record.module.css';

/** Papers of the product: certificates, data sheets, catalogues. */
export function ProductFiles({
  product: { id, files },
  reload,
  mayWrite,
}: {
  product: ProductRecordFragment;
  reload: () => void;
  mayWrite: boolean;
}) {
  const t = useTranslations('products');
  const words = useTranslations('attachments');
  const { uploads, add, retry, drop } = useUploads({ kind: 'products', id }, reload);
  const [leaving, setLeaving] = useState<(typeof files)[number] | null>(null);
  return (
    <Panel title={t('files')} lead={t('filesLead')}>
      <FileDrop label={words('add')} onFiles={mayWrite ? add : null}>
        <UploadList uploads={uploads} retry={retry} drop={drop} />
        {files.length === 0 && uploads.length === 0 && <p className={classes.unknown}>{words('none')}</p>}
        <ul className={classes.entries}>
          {files.map((file) => (
            <AttachmentRow key={file.id} file={file} onRemove={mayWrite ? () => setLeaving(file) : null} />
          ))}
        </ul>
        <RemoveAttachmentDialog file={leaving} onRemoved={reload} onClose={() => setLeaving(null)} />
      </FileDrop>
    </Panel>
  );
}
