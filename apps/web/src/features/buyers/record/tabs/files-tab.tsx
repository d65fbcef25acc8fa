'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type DragEvent, useRef, useState } from 'react';
import { ConfirmDialog } from '../../../../components/confirm-dialog.tsx';
import { PlusIcon } from '../../../../components/icons.tsx';
import {
  type BuyerFileFieldsFragment,
  BuyerFilesDocument,
  RemoveBuyerFileDocument,
} from '../../../../generated/graphql.ts';
import { useScreenQuery } from '../../../../platform/graphql/use-screen-query.ts';
import { useMay } from '../../../../platform/viewer/viewer-provider.tsx';
import { useSimpleAct } from '../../use-simple-act.ts';
import classes from '../buyer-page.module.css';
import { FileRow } from './file-row.tsx';
import fileClasses from './files.module.css';
import { TabState } from './tab-state.tsx';
import { UploadRow } from './upload-row.tsx';
import { useUploads } from './use-uploads.ts';

/** Files kept with the buyer: chosen or dropped here, each with its progress. */
export function FilesTab({ buyerId, erased }: { buyerId: string; erased: boolean }) {
  const t = useTranslations('buyers.files');
  const may = useMay();
  const query = useScreenQuery(
    BuyerFilesDocument,
    { id: buyerId },
    { refreshOn: (event) => event.buyerId === buyerId && event.verb.includes('file') },
  );
  const { uploads, add, retry, drop } = useUploads(buyerId, query.reload);
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [leaving, setLeaving] = useState<BuyerFileFieldsFragment | null>(null);
  const [remove, removing] = useSimpleAct(RemoveBuyerFileDocument, (data) => data.removeBuyerFile);
  const mayChange = may('buyer:write') && !erased;

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  const removeOne = async () => {
    if (leaving && (await remove({ id: leaving.id }))) query.reload();
    setLeaving(null);
  };
  return (
    <div
      className={fileClasses.area}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!mayChange || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={mayChange ? onDrop : undefined}
    >
      {mayChange && (
        <div className={fileClasses.top}>
          <Button variant="default" leftSection={<PlusIcon />} onClick={() => picker.current?.click()}>
            {t('add')}
          </Button>
          <span className={classes.dim}>{t('dropHint')}</span>
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            aria-label={t('add')}
            onChange={(event) => {
              add([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
        </div>
      )}
      <ul className={classes.entries} aria-live="polite">
        {uploads.map((upload) => (
          <UploadRow key={upload.id} upload={upload} onRetry={() => retry(upload)} onDrop={() => drop(upload.id)} />
        ))}
      </ul>
      <TabState query={query}>
        {({ buyer }) => (
          <>
            {buyer?.files.length === 0 && uploads.length === 0 && <p className={classes.nothing}>{t('none')}</p>}
            <ul className={classes.entries}>
              {buyer?.files.map((file) => (
                <FileRow key={file.id} file={file} onRemove={mayChange ? () => setLeaving(file) : null} />
              ))}
            </ul>
          </>
        )}
      </TabState>
      <ConfirmDialog
        opened={leaving !== null}
        title={t('removeTitle')}
        act={t('remove')}
        running={removing}
        onConfirm={() => void removeOne()}
        onClose={() => setLeaving(null)}
      >
        {t('removeText', { name: leaving?.name ?? '' })}
      </ConfirmDialog>
    </div>
  );
}
