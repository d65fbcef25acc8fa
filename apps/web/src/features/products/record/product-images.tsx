'use client';
import { ActionIcon } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChevronLeftIcon, ChevronRightIcon, CloseIcon } from '../../../components/icons.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { type ProductRecordFragment, MoveProductImageDocument } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import { FileDrop, RemoveAttachmentDialog, UploadList, downloadAddress, useUploads } from '../../attachments/index.ts';
import classes from './record.module.css';

/** What browsers show and the API keeps as a picture. */
const PICTURES = 'image/png,image/jpeg,image/webp,image/gif,image/avif';

/** Pictures in the order in which buyers see them; the first stands in lists. */
export function ProductImages({
  product: { id, name, images },
  reload,
  mayWrite,
}: {
  product: ProductRecordFragment;
  reload: () => void;
  mayWrite: boolean;
}) {
  const t = useTranslations('products');
  const failures = useTranslations('failure');
  const { slug } = useWorkspace();
  const { show } = useToasts();
  const { uploads, add, retry, drop } = useUploads({ kind: 'products', id }, reload);
  const [leaving, setLeaving] = useState<(typeof images)[number] | null>(null);
  const [move, moving] = useAct(MoveProductImageDocument);
  const moveTo = async (image: (typeof images)[number], position: number) => {
    const { failure } = await move({ id: image.id, position });
    if (failure) show({ message: failures(failure.kind), tone: 'bad' });
    reload();
  };
  return (
    <Panel title={t('images')}>
      <FileDrop label={t('addImages')} accept={PICTURES} onFiles={mayWrite ? add : null}>
        <UploadList uploads={uploads} retry={retry} drop={drop} />
        {images.length === 0 && uploads.length === 0 && <p className={classes.unknown}>{t('noImages')}</p>}
        <ol className={classes.images}>
          {images.map((image, index) => (
            <li key={image.id}>
              <a href={downloadAddress(image.path, slug)} target="_blank" rel="noreferrer">
                <img
                  src={downloadAddress(image.path, slug)}
                  alt={t('imageOf', { name, place: index + 1 })}
                  width={160}
                  height={160}
                  loading="lazy"
                />
              </a>
              {mayWrite && (
                <span className={classes.imageActs}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="2.75rem"
                    disabled={index === 0 || moving}
                    aria-label={t('imageEarlier', { place: index + 1 })}
                    onClick={() => void moveTo(image, index - 1)}
                  >
                    <ChevronLeftIcon />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="2.75rem"
                    disabled={index === images.length - 1 || moving}
                    aria-label={t('imageLater', { place: index + 1 })}
                    onClick={() => void moveTo(image, index + 1)}
                  >
                    <ChevronRightIcon />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="2.75rem"
                    aria-label={t('imageRemove', { place: index + 1 })}
                    onClick={() => setLeaving(image)}
                  >
                    <CloseIcon />
                  </ActionIcon>
                </span>
              )}
            </li>
          ))}
        </ol>
        <RemoveAttachmentDialog file={leaving} onRemoved={reload} onClose={() => setLeaving(null)} />
      </FileDrop>
    </Panel>
  );
}
