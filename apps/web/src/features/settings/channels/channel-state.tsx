'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { StatusBadge, type StatusTone } from '../../../components/badges.tsx';
import type { ChannelRowFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useMay, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import classes from '../settings.module.css';
import { useConnectionWords } from './use-mail-connection.ts';

const TONES: Readonly<Record<ChannelRowFragment['status'], StatusTone>> = {
  ACTIVE: 'good',
  FAILING: 'bad',
  PAUSED: 'neutral',
};

/** Whether a channel works: a failing or silent one never looks active. */
export function ChannelBadge({ channel }: { channel: ChannelRowFragment }) {
  const t = useTranslations('settings.channels');
  if (channel.status === 'ACTIVE' && channel.quietSince !== null)
    return <StatusBadge tone="warning">{t('quiet')}</StatusBadge>;
  return <StatusBadge tone={TONES[channel.status]}>{t(`status.${channel.status}`)}</StatusBadge>;
}

/** What somebody has to look after, each with what to do. */
export function ChannelTroubles({ channel }: { channel: ChannelRowFragment }) {
  const t = useTranslations('settings.channels');
  const formats = useFormats();
  const may = useMay();
  const href = useWorkspaceHref();
  const words = useStatusWords();
  return (
    <>
      {channel.status === 'FAILING' && <p className={classes.warning}>{words(channel.statusDetail)}</p>}
      {channel.quietSince !== null && (
        <p className={classes.warning}>{t('quietSince', { at: formats.dateTime(channel.quietSince) })}</p>
      )}
      {channel.exceptionCount > 0 && may('exception:read') && (
        <p className={classes.warning}>
          <Link href={href('settings', 'exceptions')}>{t('exceptions', { count: channel.exceptionCount })}</Link>
        </p>
      )}
    </>
  );
}

/** Why a channel fails: a mailbox says server and reason by code, everything else comes in words. */
function useStatusWords(): (detail: string | null) => string {
  const t = useTranslations('settings.channels');
  const mail = useConnectionWords();
  return (detail) => {
    if (detail === null) return t('failing');
    const [, server, reason] = /^(IMAP|SMTP) ([A-Z_]+): /.exec(detail) ?? [];
    return server && reason ? mail({ server: server.toLowerCase(), reason }) : t('failingBecause', { reason: detail });
  };
}

/** How a channel is connected and where replies leave, in one line. */
export function useChannelLine(): (channel: ChannelRowFragment) => string {
  const t = useTranslations('settings.channels');
  const formats = useFormats();
  return (channel) => {
    const received = channel.lastReceivedAt && t('lastReceived', { at: formats.dateTime(channel.lastReceivedAt) });
    return [t(`platform.${channel.platform}`), repliesOf(channel), received].filter(Boolean).join(' · ');
  };
  function repliesOf({ kind, deliveryUrl, mail }: ChannelRowFragment): string {
    if (kind === 'EMAIL') return t('deliversMail', { address: mail?.address ?? '' });
    if (kind === 'WEBHOOK')
      return deliveryUrl === null ? t('deliversNowhere') : t('deliversTo', { address: deliveryUrl });
    return t(kind === 'DEMO' ? 'deliversDemo' : kind === 'FILE' ? 'deliversFile' : 'deliversManual');
  }
}
