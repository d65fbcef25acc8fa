'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { CloseIcon } from './icons.tsx';
import classes from './dialog.module.css';

/**
 * A dialog with a title, on the browser's own <dialog>: focus stays inside, Esc and the cross close it, the page's shortcuts rest.
 * A click beside it does not close it, because that would throw away what was typed. `data-autofocus` marks what gets the focus.
 */
export function Dialog({
  opened,
  onClose,
  title,
  size = 'md',
  children,
}: {
  opened: boolean;
  onClose: () => void;
  title: string;
  size?: 'sm' | 'md' | 'lg';
  children: ReactNode;
}) {
  return opened ? (
    <OpenDialog onClose={onClose} title={title} size={size}>
      {children}
    </OpenDialog>
  ) : null;
}

function OpenDialog({
  onClose,
  title,
  size,
  children,
}: {
  onClose: () => void;
  title: string;
  size: 'sm' | 'md' | 'lg';
  children: ReactNode;
}) {
  const t = useTranslations('common');
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      data-size={size}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // The owner decides: it takes the dialog away by `opened`.
        event.preventDefault();
        onClose();
      }}
    >
      <header className={classes.header}>
        <h2 id={titleId} className={classes.title}>
          {title}
        </h2>
        <button type="button" className={classes.close} aria-label={t('close')} onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      <div className={classes.body}>{children}</div>
    </dialog>
  );
}
