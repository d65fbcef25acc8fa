'use client';
import { ActionIcon, Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { LevelBadge, StatusBadge } from '../../components/badges.tsx';
import { SnoozeIcon } from '../../components/icons.tsx';
import { TimeLeft } from '../../components/time-left.tsx';
import type { InboxRowFieldsFragment } from '../../generated/graphql.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useNow } from '../../platform/time/use-now.ts';
import { useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { BuyerClock, GradeButton } from '../buyers/index.ts';
import classes from './home.module.css';

interface DueRowProps {
  row: InboxRowFieldsFragment;
  promised: boolean;
  onSnooze: ((row: InboxRowFieldsFragment) => void) | null;
}

/** One inquiry that waits, or an answer that was promised: how long is left, who asks what, and the one thing to do. */
export function DueRow({ row, promised, onSnooze }: DueRowProps) {
  const t = useTranslations('home');
  const inbox = useTranslations('inbox');
  const href = useWorkspaceHref();
  return (
    <li className={classes.due} data-row={row.id}>
      <span className={classes.left}>
        {promised && row.promisedFor !== null ? (
          <Promise promisedFor={row.promisedFor} />
        ) : (
          row.dueAt !== null && <TimeLeft dueAt={row.dueAt} withDue />
        )}
      </span>
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
      <span className={classes.acts}>
        {onSnooze && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="2.75rem"
            aria-label={t('snoozeOne', { name: row.buyerName })}
            title={inbox('snooze.act')}
            onClick={() => onSnooze(row)}
          >
            <SnoozeIcon />
          </ActionIcon>
        )}
        <Button
          component={Link}
          href={href('inbox', row.id)}
          className={classes.answer}
          data-walk
          aria-label={t('answerTo', { name: row.buyerName })}
        >
          {t('answer')}
        </Button>
      </span>
    </li>
  );
}

/** Told in words and by a sign, as time left is. */
function Promise({ promisedFor }: { promisedFor: string }) {
  const t = useTranslations('home');
  const formats = useFormats();
  const over = Date.parse(promisedFor) < useNow().getTime();
  return (
    <StatusBadge tone={over ? 'bad' : 'info'}>
      {t(over ? 'promiseOver' : 'promised', { at: formats.dateTime(promisedFor) })}
    </StatusBadge>
  );
}
