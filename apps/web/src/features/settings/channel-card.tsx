'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { StatusBadge, type StatusTone } from '../../components/badges.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { CopyField } from '../../components/copy-field.tsx';
import type { ChannelRowFragment } from '../../generated/graphql.ts';
import { useMay, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import classes from './settings.module.css';
import { channelAddress, signedCurlExample } from './signed-curl-example.ts';
import { SigningSecretDialog } from './signing-secret-dialog.tsx';
import { useChannelActs } from './use-channel-acts.ts';

const TONES: Readonly<Record<ChannelRowFragment['status'], StatusTone>> = {
  ACTIVE: 'good',
  FAILING: 'bad',
  PAUSED: 'neutral',
};

/** One channel: its state, where its messages are sent to, and what a manager may do with it. */
export function ChannelCard({
  channel,
  manages,
  onEdit,
  onChanged,
}: {
  channel: ChannelRowFragment;
  manages: boolean;
  onEdit: () => void;
  onChanged: () => void;
}) {
  const t = useTranslations('settings.channels');
  const may = useMay();
  const href = useWorkspaceHref();
  const { setPaused, rotate, rotating } = useChannelActs(onChanged);
  const [asking, setAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const address = channelAddress(window.location.origin, channel.key);
  const delivery =
    channel.deliveryUrl === null
      ? t(channel.kind === 'DEMO' ? 'deliversDemo' : 'deliversNowhere')
      : t('deliversTo', { address: channel.deliveryUrl });
  const paused = channel.status === 'PAUSED';

  return (
    <li className={classes.card}>
      <div className={classes.cardHead}>
        <div className={classes.itemText}>
          <span className={classes.cardTitle}>
            <span className={classes.strong}>{channel.name}</span>
            <StatusBadge tone={TONES[channel.status]}>{t(`status.${channel.status}`)}</StatusBadge>
          </span>
          <span className={classes.dim}>
            {t(`platform.${channel.platform}`)} · {delivery}
          </span>
        </div>
        {manages && (
          <div className={classes.rowActs}>
            <Button variant="default" onClick={onEdit} aria-label={t('editName', { name: channel.name })}>
              {t('editShort')}
            </Button>
            <Button variant="default" onClick={() => void setPaused(channel, !paused)}>
              {paused ? t('resume') : t('pause')}
            </Button>
          </div>
        )}
      </div>
      {channel.statusDetail !== null && <p className={classes.warning}>{channel.statusDetail}</p>}
      {channel.exceptionCount > 0 && may('exception:read') && (
        <p className={classes.warning}>
          <Link href={href('settings', 'exceptions')}>{t('exceptions', { count: channel.exceptionCount })}</Link>
        </p>
      )}
      {manages && channel.kind === 'WEBHOOK' && (
        <div className={classes.stack}>
          <CopyField label={t('address')} value={address} />
          <div className={classes.foldRow}>
            <details className={classes.details}>
              <summary>{t('example')}</summary>
              <p className={classes.advice}>{t('exampleText')}</p>
              <CopyField
                label={t('example')}
                rows={8}
                value={signedCurlExample({ address, secret: t('secretPlace') })}
              />
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
      )}
      <ConfirmDialog
        opened={asking}
        title={t('rotateTitle', { name: channel.name })}
        act={t('rotate')}
        running={rotating}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          void rotate(channel).then((made) => {
            setAsking(false);
            setSecret(made);
          })
        }
      >
        <p>{t('rotateText')}</p>
      </ConfirmDialog>
      <SigningSecretDialog secret={secret} address={address} onClose={() => setSecret(null)} />
    </li>
  );
}
