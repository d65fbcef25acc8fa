'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { UploadIcon } from '../../../components/icons.tsx';
import classes from './start.module.css';

/** Where a file is dropped, with the button that opens the file chooser. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations('imports.start');
  const [over, setOver] = useState(false);
  return (
    <div
      className={classes.dropZone}
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
        const file = event.dataTransfer.files[0];
        if (file) onFile(file);
      }}
    >
      <UploadIcon className={classes.dropIcon} />
      <p className={classes.dropTitle}>{t('drop')}</p>
      <FileButton onFile={onFile} label={t('choose')} />
      <p className={classes.dim}>{t('formats')}</p>
    </div>
  );
}

/** A button that opens the file chooser. */
export function FileButton({
  onFile,
  label,
  variant = 'filled',
}: {
  onFile: (file: File) => void;
  label: string;
  variant?: 'filled' | 'default';
}) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={variant} leftSection={<UploadIcon />} onClick={() => picker.current?.click()}>
        {label}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={label}
        accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = ''; // the same file, corrected, can be chosen again
          if (file) onFile(file);
        }}
      />
    </>
  );
}
