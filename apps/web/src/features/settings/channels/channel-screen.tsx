'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { BackIcon } from '../../../components/icons.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { EmptyState, FailureState, Loading } from '../../../components/states.tsx';
import { type ChannelFieldsFragment, ChannelPageDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useMay, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import classes from '../settings.module.css';
import { AutoReplyPanel } from './auto-reply-panel.tsx';
import { ChannelDialog } from './channel-dialog.tsx';
import { ChannelBadge, ChannelTroubles, useChannelLine } from './channel-state.tsx';
import { DomainPanel } from './domain-panel.tsx';
import { MailPanel } from './mail-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { useChannelActs } from './use-channel-acts.ts';
import { WebhookPanel } from './webhook-panel.tsx';

/** One channel: its connection, what it promises, whom it leaves out, and what it answers by itself. */
export function ChannelScreen({ channelId }: { channelId: string }) {
  const t = useTranslations('settings.channels');
  const href = useWorkspaceHref();
  const query = useScreenQuery(ChannelPageDocument, {}, { refreshOn: ({ subjectKind }) => subjectKind === 'channel' });
  const channel = query.data?.channels.find(({ id }) => id === channelId) ?? null;
  return (
    <>
      <Link className={classes.backLink} href={href('settings', 'channels')}>
        <BackIcon /> {t('all')}
      </Link>
      {query.failure !== null && (
        <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
      )}
      {query.loading && (
        <Panel>
          <Loading onRetry={query.reload} rows={6} />
        </Panel>
      )}
      {query.data !== null && channel === null && <EmptyState title={t('gone')}>{t('goneText')}</EmptyState>}
      {channel !== null && <ChannelParts key={channel.id} channel={channel} onChanged={query.reload} />}
    </>
  );
}

function ChannelParts({ channel, onChanged }: { channel: ChannelFieldsFragment; onChanged: () => void }) {
  const manages = useMay()('channel:manage');
  const measured = channel.kind !== 'FILE';
  return (
    <>
      <StatePanel channel={channel} manages={manages} onChanged={onChanged} />
      {channel.kind === 'WEBHOOK' && manages && <WebhookPanel channel={channel} onChanged={onChanged} />}
      {channel.kind === 'EMAIL' && <MailPanel channel={channel} manages={manages} onChanged={onChanged} />}
      {channel.kind === 'EMAIL' && <DomainPanel channelId={channel.id} />}
      {measured && <RulesPanel channel={channel} readOnly={!manages} onChanged={onChanged} />}
      {channel.canSend && <AutoReplyPanel channel={channel} readOnly={!manages} onChanged={onChanged} />}
    </>
  );
}

function StatePanel({
  channel,
  manages,
  onChanged,
}: {
  channel: ChannelFieldsFragment;
  manages: boolean;
  onChanged: () => void;
}) {
  const t = useTranslations('settings.channels');
  const line = useChannelLine();
  const { setPaused } = useChannelActs(onChanged);
  const [editing, setEditing] = useState(false);
  const paused = channel.status === 'PAUSED';
  const acts = (
    <>
      <Button variant="default" onClick={() => setEditing(true)}>
        {t(channel.kind === 'WEBHOOK' ? 'editShort' : 'rename')}
      </Button>
      <Button variant="default" onClick={() => void setPaused(channel, !paused)}>
        {paused ? t('resume') : t('pause')}
      </Button>
    </>
  );
  return (
    <Panel title={channel.name} lead={line(channel)} actions={manages ? acts : null}>
      <div className={classes.stack}>
        <span>
          <ChannelBadge channel={channel} />
        </span>
        <ChannelTroubles channel={channel} />
        {channel.kind === 'MANUAL' && <p className={classes.advice}>{t('manual.lead')}</p>}
        {channel.kind === 'FILE' && <p className={classes.advice}>{t('fileLead')}</p>}
        {channel.kind === 'DEMO' && <p className={classes.advice}>{t('demoLead')}</p>}
      </div>
      <ChannelDialog editing={editing ? channel : null} onClose={() => setEditing(false)} onSaved={onChanged} />
    </Panel>
  );
}
