'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { StatusBadge } from '../../../../components/badges.tsx';
import { TimeLeft } from '../../../../components/time-left.tsx';
import type { InboxRowFieldsFragment } from '../../../../generated/graphql.ts';
import { useFormats } from '../../../../platform/i18n/use-formats.ts';
import { useMay, useWorkspaceHref } from '../../../../platform/viewer/viewer-provider.tsx';
import classes from '../buyer-page.module.css';

/** A buyer's conversations, the latest first; what waits says how long is left. */
export function ConversationList({ rows }: { rows: readonly InboxRowFieldsFragment[] }) {
  const t = useTranslations('buyers');
  const inbox = useTranslations('inbox');
  const formats = useFormats();
  const href = useWorkspaceHref();
  const may = useMay();
  if (rows.length === 0) return <p className={classes.nothing}>{t('noConversations')}</p>;
  return (
    <ul className={classes.conversations}>
      {rows.map((row) => (
        <li key={row.id}>
          <div className={classes.conversationTop}>
            {row.status === 'WAITING' && row.dueAt !== null ? (
              <TimeLeft dueAt={row.dueAt} withDue />
            ) : (
              <StatusBadge tone={row.status === 'ANSWERED' ? 'good' : 'neutral'}>
                {inbox(`status.${row.status}`)}
              </StatusBadge>
            )}
            <span className={classes.dim}>
              {row.channelName} · {formats.dateTime(row.lastMessageAt)}
            </span>
          </div>
          <p className={classes.conversationText} dir="auto">
            {row.subject ? `${row.subject} · ${row.preview}` : row.preview}
          </p>
          {may('inbox:read') && (
            <Link href={href('inbox', row.id)} className={classes.rowLink}>
              {row.status === 'WAITING' ? t('answerThis') : t('openConversation')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
