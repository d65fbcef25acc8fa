'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LinkIcon } from '../../../components/icons.tsx';
import { CopyField } from '../../../components/copy-field.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { OWN_PLACE } from '../inbox-url.ts';

/** The list as it is filtered, as a link: a colleague sees the same rows in their own language. */
export function CopyLink() {
  const t = useTranslations('inbox');
  const href = useWorkspaceHref();
  const { show } = useToasts();
  const [byHand, setByHand] = useState<string | null>(null);
  const copy = async () => {
    const query = new URLSearchParams(window.location.search);
    for (const name of OWN_PLACE) query.delete(name);
    const rest = query.toString().replaceAll('%2C', ',');
    const link = `${window.location.origin}${href('inbox')}${rest === '' ? '' : `?${rest}`}`;
    try {
      await window.navigator.clipboard.writeText(link);
      show({ message: t('linkCopied'), tone: 'good' });
    } catch {
      // Not on a page without https, or refused by the browser: it can be copied by hand.
      setByHand(link);
    }
  };
  return (
    <>
      <Button variant="default" leftSection={<LinkIcon />} onClick={() => void copy()}>
        {t('copyLink')}
      </Button>
      {byHand !== null && (
        <Dialog opened onClose={() => setByHand(null)} title={t('copyLink')}>
          <CopyField label={t('linkOfList')} value={byHand} />
        </Dialog>
      )}
    </>
  );
}
