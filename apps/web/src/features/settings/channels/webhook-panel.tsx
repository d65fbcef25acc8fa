'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { CopyField } from '../../../components/copy-field.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import type { ChannelFieldsFragment } from '../../../generated/graphql.ts';
import classes from '../settings.module.css';
import { channelAddress, signedCurlExample } from './signed-curl-example.ts';
import { SigningSecretDialog } from './signing-secret-dialog.tsx';
import { useChannelActs } from './use-channel-acts.ts';

/** Where the other side sends messages to, with an example that works, and the secret that signs them. */
export function WebhookPanel({ channel, onChanged }: { channel: ChannelFieldsFragment; onChanged: () => void }) {
  const t = useTranslations('settings.channels');
  const { rotate, rotating } = useChannelActs(onChanged);
  const [asking, setAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const address = channelAddress(window.location.origin, channel.key);
  const confirm = async () => {
    const made = await rotate(channel);
    setAsking(false);
    setSecret(made);
  };
  return (
    <Panel title={t('connection')}>
      <div className={classes.stack}>
        <CopyField label={t('address')} value={address} />
        <div className={classes.foldRow}>
          <details className={classes.details}>
            <summary>{t('example')}</summary>
            <p className={classes.advice}>{t('exampleText')}</p>
            <CopyField label={t('example')} rows={8} value={signedCurlExample({ address, secret: t('secretPlace') })} />
          </details>
          <Button
            variant="subtle"
            color="gray"
            c="inherit"
            onClick={() => setAsking(true)}
            aria-label={t('rotateName', { name: channel.name })}
          >
            {t('rotate')}
          </Button>
        </div>
      </div>
      <ConfirmDialog
        opened={asking}
        title={t('rotateTitle', { name: channel.name })}
        act={t('rotate')}
        running={rotating}
        onClose={() => setAsking(false)}
        onConfirm={() => void confirm()}
      >
        <p>{t('rotateText')}</p>
      </ConfirmDialog>
      <SigningSecretDialog secret={secret} address={address} onClose={() => setSecret(null)} />
    </Panel>
  );
}
