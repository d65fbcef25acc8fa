'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Panel } from '../../../components/page-frame.tsx';
import type { ChannelFieldsFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import classes from '../settings.module.css';
import { MailDialog } from './mail-dialog.tsx';

/** The mailbox behind a channel. Its password is never shown. */
export function MailPanel({
  channel,
  manages,
  onChanged,
}: {
  channel: ChannelFieldsFragment;
  manages: boolean;
  onChanged: () => void;
}) {
  const t = useTranslations('settings.channels.mail');
  const formats = useFormats();
  const { show } = useToasts();
  const [editing, setEditing] = useState(false);
  const { mail } = channel;
  const saved = () => {
    setEditing(false);
    onChanged();
    show({ message: t('connected'), tone: 'good' });
  };
  const act = (
    <Button variant="default" onClick={() => setEditing(true)}>
      {t('change')}
    </Button>
  );
  return (
    <Panel title={t('title')} actions={manages ? act : null}>
      {mail && (
        <dl className={classes.facts}>
          <dt>{t('address')}</dt>
          <dd>{mail.senderName ? `${mail.senderName} <${mail.address}>` : mail.address}</dd>
          <dt>{t('imapHost')}</dt>
          <dd>{`${mail.imap.host}:${mail.imap.port} · ${t(`securities.${mail.imap.security}`)} · ${mail.folder}`}</dd>
          <dt>{t('smtpHost')}</dt>
          <dd>{`${mail.smtp.host}:${mail.smtp.port} · ${t(`securities.${mail.smtp.security}`)}`}</dd>
          <dt>{t('readAt')}</dt>
          <dd>{mail.readAt === null ? t('neverRead') : formats.dateTime(mail.readAt)}</dd>
        </dl>
      )}
      <MailDialog opened={editing} channel={channel} onClose={() => setEditing(false)} onSaved={saved} />
    </Panel>
  );
}
