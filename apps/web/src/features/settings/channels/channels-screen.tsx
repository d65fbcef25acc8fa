'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { LinkIcon, PlusIcon } from '../../../components/icons.tsx';
import { Menu, MenuItem } from '../../../components/menu.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { EmptyState, FailureState, Loading } from '../../../components/states.tsx';
import { ChannelsPageDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useMay, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import classes from '../settings.module.css';
import { ChannelCard } from './channel-card.tsx';
import { ChannelDialog } from './channel-dialog.tsx';
import { MailDialog } from './mail-dialog.tsx';
import { ManualDialog } from './manual-dialog.tsx';
import { SuppressionsPanel } from './suppressions-panel.tsx';

const NEW_KINDS = ['mail', 'webhook', 'manual'] as const;

/** Every way in which inquiries come and replies leave. */
export function ChannelsScreen() {
  const t = useTranslations('settings.channels');
  const may = useMay();
  const manages = may('channel:manage');
  const router = useRouter();
  const href = useWorkspaceHref();
  const query = useScreenQuery(
    ChannelsPageDocument,
    {},
    { refreshOn: ({ subjectKind }) => subjectKind === 'channel' || subjectKind === 'inbound_message' },
  );
  const [adding, setAdding] = useState<(typeof NEW_KINDS)[number] | null>(null);
  const channels = query.data?.channels ?? [];
  const close = () => setAdding(null);
  const open = (channelId: string) => router.push(href('settings', 'channels', channelId));
  const add = (
    <Menu
      label={t('add')}
      align="end"
      trigger={(props) => (
        <Button leftSection={<PlusIcon />} {...props}>
          {t('add')}
        </Button>
      )}
    >
      {NEW_KINDS.map((kind) => (
        <MenuItem key={kind} onClick={() => setAdding(kind)}>
          {t(`newKinds.${kind}`)}
        </MenuItem>
      ))}
    </Menu>
  );
  return (
    <>
      <Panel title={t('title')} lead={t('lead')} flush actions={manages ? add : null}>
        {query.failure !== null && (
          <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
        )}
        {query.loading && (
          <div className={classes.padded}>
            <Loading onRetry={query.reload} rows={2} />
          </div>
        )}
        {query.data !== null && channels.length === 0 && (
          <EmptyState icon={<LinkIcon />} title={t('none')} action={null}>
            {t('noneText')}
          </EmptyState>
        )}
        {channels.length > 0 && (
          <ul className={classes.list}>
            {channels.map((channel) => (
              <ChannelCard key={channel.id} channel={channel} manages={manages} onChanged={query.reload} />
            ))}
          </ul>
        )}
      </Panel>
      {manages && channels.some(({ kind }) => kind === 'EMAIL') && <SuppressionsPanel />}
      <ChannelDialog editing={adding === 'webhook' ? 'new' : null} onClose={close} onSaved={query.reload} />
      <MailDialog opened={adding === 'mail'} channel={null} onClose={close} onSaved={open} />
      <ManualDialog opened={adding === 'manual'} onClose={close} onSaved={open} />
    </>
  );
}
