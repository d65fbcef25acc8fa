'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import { CheckIcon, CopyIcon } from './icons.tsx';
import classes from './copy-field.module.css';

const COPIED_MS = 2_000;

/** The clipboard API exists only on https and localhost; elsewhere the text is selected and copied the old way. */
async function copyText(text: string, field: HTMLTextAreaElement | null): Promise<boolean> {
  if (window.isSecureContext) {
    try {
      await window.navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused by the browser's permission: fall through to the selection.
    }
  }
  field?.select();
  return document.execCommand('copy');
}

/** A value to be copied: an address, a secret, a command. Readable and selectable without the button too. */
export function CopyField({ label, value, rows = 1 }: { label: string; value: string; rows?: number }) {
  const t = useTranslations('common');
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <div className={classes.field}>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      <div className={classes.row} data-multiline={rows > 1 || undefined}>
        <textarea
          ref={field}
          id={id}
          className={classes.value}
          readOnly
          rows={rows}
          wrap={rows > 1 ? 'off' : 'soft'}
          value={value}
          spellCheck={false}
        />
        <Button
          variant="default"
          leftSection={copied ? <CheckIcon /> : <CopyIcon />}
          aria-label={`${t('copy')}: ${label}`}
          onClick={() => void copyText(value, field.current).then(setCopied)}
        >
          {copied ? t('copied') : t('copy')}
        </Button>
      </div>
      <span role="status" className="visually-hidden">
        {copied ? t('copied') : ''}
      </span>
    </div>
  );
}
