'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ChannelRowFragment } from '../../../generated/graphql.ts';
import { useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import classes from '../settings.module.css';
import { ChannelBadge, ChannelTroubles, useChannelLine } from './channel-state.tsx';
import { useChannelActs } from './use-channel-acts.ts';

/** One channel of the list: how it is connected, whether it works, and the way to its settings. */
export function ChannelCard({
  channel,
  manages,
  onChanged,
}: {
  channel: ChannelRowFragment;
  manages: boolean;
  onChanged: () => void;
}) {
  const t = useTranslations('settings.channels');
  const href = useWorkspaceHref();
  const line = useChannelLine();
  const { setPaused } = useChannelActs(onChanged);
  const paused = channel.status === 'PAUSED';
  return (
    <li className={classes.card}>
      <div className={classes.cardHead}>
        <div className={classes.itemText}>
          <span className={classes.cardTitle}>
            <Link className={classes.titleLink} href={href('settings', 'channels', channel.id)}>
              {channel.name}
            </Link>
            <ChannelBadge channel={channel} />
          </span>
          <span className={classes.dim}>{line(channel)}</span>
        </div>
        <div className={classes.rowActs}>
          <Button
            component={Link}
            href={href('settings', 'channels', channel.id)}
            variant="default"
            aria-label={t('openName', { name: channel.name })}
          >
            {t('open')}
          </Button>
          {manages && (
            <Button
              variant="default"
              aria-label={t(paused ? 'resumeName' : 'pauseName', { name: channel.name })}
              onClick={() => void setPaused(channel, !paused)}
            >
              {paused ? t('resume') : t('pause')}
            </Button>
          )}
        </div>
      </div>
      <ChannelTroubles channel={channel} />
    </li>
  );
}
