'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { StatusBadge } from '../../../components/badges.tsx';
import { lazyPart } from '../../../components/lazy-part.tsx';
import { TimeLeft } from '../../../components/time-left.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useNow } from '../../../platform/time/use-now.ts';
import classes from './conversation.module.css';
import type { Conversation } from './use-conversation.ts';

/** Opened now and then, so loaded when it is. */
const DueLedger = lazyPart(() => import('./due-ledger.tsx').then((module) => module.DueLedger));

/** How long is left and why; whether it is put away for now; what was promised. */
export function DueLine({
  conversation,
  onEndSnooze,
}: {
  conversation: Conversation;
  onEndSnooze: (() => void) | null;
}) {
  const t = useTranslations('inbox');
  const formats = useFormats();
  const now = useNow();
  const [opened, setOpened] = useState(false);
  const { inquiry, status, dueAt, snoozedUntil, snoozeReason, promisedFor } = conversation;
  const running = dueAt !== null && (status === 'WAITING' || status === 'CLOSED');
  const snoozed = status === 'WAITING' && snoozedUntil !== null && Date.parse(snoozedUntil) > now.getTime();
  return (
    <>
      <div className={classes.due}>
        {running && <TimeLeft dueAt={dueAt} withDue />}
        {status !== 'WAITING' && (
          <StatusBadge tone={status === 'ANSWERED' ? 'good' : running ? 'warning' : 'neutral'}>
            {t(running ? 'closedWaiting' : `status.${status}`)}
          </StatusBadge>
        )}
        {inquiry && (
          <>
            <Button
              variant="subtle"
              className={classes.why}
              aria-label={t('ledger.open')}
              onClick={() => setOpened(true)}
            >
              {t('why')}
            </Button>
            {opened && <DueLedger inquiry={inquiry} onClose={() => setOpened(false)} />}
          </>
        )}
        {promisedFor !== null && (
          <StatusBadge tone={Date.parse(promisedFor) < now.getTime() ? 'bad' : 'info'}>
            {t('promisedFor', { at: formats.dateTime(promisedFor) })}
          </StatusBadge>
        )}
      </div>
      {snoozed && (
        <div className={classes.snoozed} role="note">
          <span>
            <strong>{t('snooze.snoozedUntil', { until: formats.dateTime(snoozedUntil) })}</strong>{' '}
            <span dir="auto">{snoozeReason}</span>
          </span>
          {onEndSnooze && (
            <Button variant="subtle" onClick={onEndSnooze}>
              {t('snooze.end')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
