'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import classes from './form.module.css';

/** For acts that cannot be taken back, and only those: everything else is done at once and offers Undo. */
export function ConfirmDialog({
  opened,
  title,
  children,
  act,
  running,
  onConfirm,
  onClose,
}: {
  opened: boolean;
  title: string;
  children: ReactNode;
  /** Names the act on the button ("Remove Jiho"), never "OK". */
  act: string;
  running: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const t = useTranslations('common');
  return (
    <Dialog opened={opened} onClose={onClose} title={title} size="sm">
      <div className={classes.text}>{children}</div>
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color="red.9" loading={running} onClick={onConfirm}>
          {act}
        </Button>
      </div>
    </Dialog>
  );
}
