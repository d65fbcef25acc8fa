'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { LevelBadge, StatusBadge } from '../../components/badges.tsx';
import { TimeLeft } from '../../components/time-left.tsx';
import type { InboxRowFieldsFragment } from '../../generated/graphql.ts';
import { useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { BuyerClock, GradeButton } from '../buyers/index.ts';
import classes from './home.module.css';

/** One inquiry that waits: how long is left, who asks what, and the one thing to do. */
export function DueRow({ row }: { row: InboxRowFieldsFragment }) {
  const t = useTranslations('home');
  const inbox = useTranslations('inbox');
  const href = useWorkspaceHref();
  return (
    <li className={classes.due}>
      <span className={classes.left}>{row.dueAt !== null && <TimeLeft dueAt={row.dueAt} withDue />}</span>
      <span className={classes.who}>
        <GradeButton buyerId={row.buyerId} grade={row.grade} />
        <LevelBadge level={row.platformLevel} />
        <span className={classes.name} dir="auto">
          {row.buyerName}
        </span>
        <span className={classes.clock}>
          <BuyerClock country={row.buyerCountry} />
        </span>
      </span>
      <span className={classes.preview} dir="auto">
        {row.preview}
      </span>
      <span className={classes.assignee}>
        {row.pendingDelivery === null ? (
          (row.assigneeName ?? inbox('unassigned'))
        ) : (
          <StatusBadge tone={row.pendingDelivery === 'FAILED' ? 'bad' : 'info'}>
            {inbox(`delivery.${row.pendingDelivery}`)}
          </StatusBadge>
        )}
      </span>
      <Button
        component={Link}
        href={href('inbox', row.id)}
        className={classes.answer}
        data-walk
        aria-label={t('answerTo', { name: row.buyerName })}
      >
        {t('answer')}
      </Button>
    </li>
  );
}
