'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type AttachmentFieldsFragment, BuyerFilesDocument } from '../../../../generated/graphql.ts';
import { useScreenQuery } from '../../../../platform/graphql/use-screen-query.ts';
import { useMay } from '../../../../platform/viewer/viewer-provider.tsx';
import { AttachmentRow, FileDrop, RemoveAttachmentDialog, UploadList, useUploads } from '../../../attachments/index.ts';
import classes from '../buyer-page.module.css';
import { TabState } from './tab-state.tsx';

/** Files kept with the buyer: chosen or dropped here, each with its progress. */
export function FilesTab({ buyerId, erased }: { buyerId: string; erased: boolean }) {
  const t = useTranslations('attachments');
  const may = useMay();
  const query = useScreenQuery(
    BuyerFilesDocument,
    { id: buyerId },
    { refreshOn: (event) => event.buyerId === buyerId && event.verb.includes('file') },
  );
  const { uploads, add, retry, drop } = useUploads({ kind: 'buyers', id: buyerId }, query.reload);
  const [leaving, setLeaving] = useState<AttachmentFieldsFragment | null>(null);
  const mayChange = may('buyer:write') && !erased;
  return (
    <FileDrop label={t('add')} onFiles={mayChange ? add : null}>
      <UploadList uploads={uploads} retry={retry} drop={drop} />
      <TabState query={query}>
        {({ buyer }) => (
          <>
            {buyer?.files.length === 0 && uploads.length === 0 && <p className={classes.nothing}>{t('none')}</p>}
            <ul className={classes.entries}>
              {buyer?.files.map((file) => (
                <AttachmentRow key={file.id} file={file} onRemove={mayChange ? () => setLeaving(file) : null} />
              ))}
            </ul>
          </>
        )}
      </TabState>
      <RemoveAttachmentDialog file={leaving} onRemoved={query.reload} onClose={() => setLeaving(null)} />
    </FileDrop>
  );
}
