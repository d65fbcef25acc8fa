'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CopyField } from '../../../components/copy-field.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import forms from '../../../components/form.module.css';
import { signedCurlExample } from './signed-curl-example.ts';

/** The secret, this once, with a command that proves it works. */
export function SigningSecretDialog({
  secret,
  address,
  onClose,
}: {
  secret: string | null;
  address: string;
  onClose: () => void;
}) {
  const t = useTranslations('settings.channels');
  const common = useTranslations('common');
  return (
    <Dialog opened={secret !== null} onClose={onClose} title={t('secretTitle')} size="lg">
      {secret !== null && (
        <div className={forms.form}>
          <p className={forms.text}>{t('secretText')}</p>
          <CopyField label={t('secret')} value={secret} />
          <CopyField label={t('address')} value={address} />
          <CopyField label={t('exampleReady')} rows={8} value={signedCurlExample({ address, secret })} />
          <div className={forms.actions}>
            <Button onClick={onClose}>{common('close')}</Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
