'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import { PlusIcon } from '../../components/icons.tsx';
import classes from './attachments.module.css';

/** Where files are chosen, or dropped; what it holds is the list that they come to. */
export function FileDrop({
  label,
  hint,
  accept,
  onFiles,
  children,
}: {
  label: string;
  hint?: string;
  /** As the browser's file dialog knows it, such as image/*. */
  accept?: string;
  /** null: nothing may be added here. */
  onFiles: ((files: readonly File[]) => void) | null;
  children: ReactNode;
}) {
  const t = useTranslations('attachments');
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  if (!onFiles) return <div>{children}</div>;
  return (
    <div
      className={classes.area}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <div className={classes.top}>
        <Button variant="default" leftSection={<PlusIcon />} onClick={() => picker.current?.click()}>
          {label}
        </Button>
        <span className={classes.dim}>{hint ?? t('dropHint')}</span>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label={label}
          {...(accept === undefined ? {} : { accept })}
          onChange={(event) => {
            onFiles([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {children}
    </div>
  );
}
