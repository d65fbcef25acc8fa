'use client';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useRemoveAttachment } from './use-remove-attachment.ts';

/** Asks before a kept file goes: that cannot be undone. */
export function RemoveAttachmentDialog({
  file,
  onRemoved,
  onClose,
}: {
  /** null: closed. */
  file: { readonly id: string; readonly name: string } | null;
  onRemoved: () => void;
  onClose: () => void;
}) {
  const t = useTranslations('attachments');
  const [remove, removing] = useRemoveAttachment();
  const removeIt = async () => {
    if (file && (await remove(file.id))) onRemoved();
    onClose();
  };
  return (
    <ConfirmDialog
      opened={file !== null}
      title={t('removeTitle')}
      act={t('remove')}
      running={removing}
      onConfirm={() => void removeIt()}
      onClose={onClose}
    >
      {t('removeText', { name: file?.name ?? '' })}
    </ConfirmDialog>
  );
}
