'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { PlusIcon } from '../../components/icons.tsx';
import { PageFrame, Panel } from '../../components/page-frame.tsx';
import { EmptyState, FailureState, Loading } from '../../components/states.tsx';
import { type AnnouncementFactsFragment, AnnouncementsPageDocument } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useMay, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import classes from './announcements.module.css';
import { outcomeOf } from './outcome-of.ts';

/** Announcements that were sent, with what came of them, and drafts. */
export function AnnouncementsScreen() {
  const t = useTranslations('announcements');
  const href = useWorkspaceHref();
  const may = useMay();
  const query = useScreenQuery(
    AnnouncementsPageDocument,
    {},
    { refreshOn: ({ verb }) => verb.startsWith('announcement.') || verb === 'message.received' },
  );
  const all = query.data?.announcements ?? [];
  const add = may('announcement:send') && (
    <Button component={Link} href={href('products', 'announcements', 'new')} leftSection={<PlusIcon />}>
      {t('add')}
    </Button>
  );
  return (
    <PageFrame title={t('title')} lead={t('lead')} actions={all.length > 0 && add}>
      {query.failure !== null && (
        <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
      )}
      {query.loading && <Loading onRetry={query.reload} rows={4} />}
      {query.data !== null && all.length === 0 && (
        <EmptyState title={t('none')} action={add || null}>
          {t('noneText')}
        </EmptyState>
      )}
      {all.length > 0 && (
        <Panel flush>
          <ul className={classes.list}>
            {all.map((announcement) => (
              <li key={announcement.id}>
                <AnnouncementLine announcement={announcement} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </PageFrame>
  );
}

function AnnouncementLine({ announcement }: { announcement: AnnouncementFactsFragment }) {
  const t = useTranslations('announcements');
  const formats = useFormats();
  const href = useWorkspaceHref();
  const { id, name, state, sentAt, createdAt, products } = announcement;
  return (
    <Link href={href('products', 'announcements', id)} className={classes.line}>
      <span className={classes.lineName}>
        <b>{name}</b>
        <span className={classes.quiet}>{products.map((product) => product.name).join(', ')}</span>
      </span>
      <span className={classes.quiet}>
        {state === 'SENT' && sentAt !== null
          ? t('sentOn', { day: formats.day(sentAt) })
          : t('draftOf', { day: formats.day(createdAt) })}
      </span>
      <span>
        {state === 'SENT' ? t('outcome', outcomeOf(announcement)) : t('ready', { count: announcement.readyCount })}
      </span>
    </Link>
  );
}
