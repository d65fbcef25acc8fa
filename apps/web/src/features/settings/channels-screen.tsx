'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LinkIcon, PlusIcon } from '../../components/icons.tsx';
import { Panel } from '../../components/page-frame.tsx';
import { EmptyState, FailureState, Loading } from '../../components/states.tsx';
import { type ChannelRowFragment, ChannelsPageDocument } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useMay } from '../../platform/viewer/viewer-provider.tsx';
import { ChannelCard } from './channel-card.tsx';
import { ChannelDialog } from './channel-dialog.tsx';
import classes from './settings.module.css';

export function ChannelsScreen() {
  const t = useTranslations('settings.channels');
  const may = useMay();
  const manages = may('channel:manage');
  const query = useScreenQuery(
    ChannelsPageDocument,
    {},
    { refreshOn: ({ subjectKind }) => subjectKind === 'channel' || subjectKind === 'inbound_message' },
  );
  const [editing, setEditing] = useState<ChannelRowFragment | 'new' | null>(null);
  const channels = query.data?.channels ?? [];
  const add = (
    <Button leftSection={<PlusIcon />} onClick={() => setEditing('new')}>
      {t('add')}
    </Button>
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
          <EmptyState icon={<LinkIcon />} title={t('none')} action={manages ? add : null}>
            {t('noneText')}
          </EmptyState>
        )}
        {channels.length > 0 && (
          <ul className={classes.list}>
            {channels.map((channel) => (
              <ChannelCard
                key={channel.id}
                channel={channel}
                manages={manages}
                onEdit={() => setEditing(channel)}
                onChanged={query.reload}
              />
            ))}
          </ul>
        )}
      </Panel>
      <ChannelDialog editing={editing} onClose={() => setEditing(null)} onSaved={query.reload} />
    </>
  );
}
