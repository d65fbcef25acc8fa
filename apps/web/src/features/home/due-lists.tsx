'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { CheckIcon } from '../../components/icons.tsx';
import { Panel } from '../../components/page-frame.tsx';
import { EmptyState } from '../../components/states.tsx';
import type { HomeQuery, InboxRowFieldsFragment } from '../../generated/graphql.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useShortcuts } from '../../platform/keyboard/shortcuts-provider.tsx';
import { useNow } from '../../platform/time/use-now.ts';
import { useMay, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { useRowWalk } from '../buyers/index.ts';
import { SnoozeDialog, cappedCount, useLeaving } from '../inbox/index.ts';
import { DueRow } from './due-row.tsx';
import { groupDue } from './group-due.ts';
import classes from './home.module.css';
import type { Warnings } from './use-warnings.ts';
import { WarningRow } from './warning-row.tsx';

interface DueListsProps {
  home: HomeQuery['home'];
  warnings: Warnings;
  finishedAt: string | null;
}

type Row = InboxRowFieldsFragment;

/** What is to be done, most urgent first, in the order of the inbox: answers that are due, promises, and what went wrong. */
export function DueLists({ home, warnings, finishedAt }: DueListsProps) {
  const t = useTranslations('home');
  const inbox = useTranslations('inbox');
  const formats = useFormats();
  const now = useNow();
  const href = useWorkspaceHref();
  const canSnooze = useMay()('inbox:assign');
  const list = useRef<HTMLDivElement>(null);
  useRowWalk(list);
  const leaving = useLeaving();
  const { listRead } = leaving;
  useEffect(() => listRead(), [home.asOf, listRead]);
  const [snoozing, setSnoozing] = useState<Row | null>(null);
  const due = home.due.filter(({ id }) => !leaving.ids.has(id));
  const groups = groupDue(due, now, formats.day);
  const snooze = canSnooze ? setSnoozing : null;

  useEffect(() => {
    // Focus starts on the first warning, unless the reader has gone somewhere already; a row that has left leaves its focus to the first.
    if (document.activeElement === document.body || document.activeElement?.tagName === 'MAIN')
      list.current?.querySelector<HTMLElement>('[data-walk]')?.focus();
  }, [due.length]);

  const snoozeFocused = () => {
    const id = document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row'];
    const row = due.find((each) => each.id === id) ?? due[0];
    if (row) setSnoozing(row);
  };
  useShortcuts(
    canSnooze && due.length > 0
      ? [{ keys: 's', label: inbox('snooze.act'), group: inbox('keys.list'), run: snoozeFocused }]
      : [],
  );

  return (
    <div ref={list} className={classes.lists}>
      {warnings.count === 0 && (
        <Panel>
          <div role="status">
            <EmptyState
              icon={<CheckIcon />}
              title={finishedAt === null ? t('noWarnings') : t('finished', { at: formats.time(finishedAt) })}
            >
              {t('finishedText')}
            </EmptyState>
          </div>
        </Panel>
      )}
      <DueGroup title={t('now')} lead={t('nowLead')} rows={groups.now} onSnooze={snooze} />
      <Troubles warnings={warnings} />
      <DueGroup title={t('promises')} lead={t('promisesLead')} rows={home.promises} onSnooze={null} promised />
      <DueGroup title={t('today')} rows={groups.today} onSnooze={snooze} />
      <DueGroup title={t('later')} rows={groups.later} onSnooze={snooze} />
      <div className={classes.elsewhere}>
        {home.counts.waiting > home.due.length && (
          <Button component={Link} href={href('inbox')} variant="default">
            {t('allWaiting', { count: cappedCount(home.counts.waiting, formats.number) })}
          </Button>
        )}
        {home.counts.snoozed > 0 && (
          <Button component={Link} href={`${href('inbox')}?view=SNOOZED`} variant="default">
            {t('snoozed', { count: cappedCount(home.counts.snoozed, formats.number) })}
          </Button>
        )}
      </div>
      {snoozing && (
        <SnoozeDialog
          conversationId={snoozing.id}
          buyerName={snoozing.buyerName}
          dueAt={snoozing.dueAt}
          onBegin={leaving.begin}
          onSettled={leaving.settle}
          onClose={() => setSnoozing(null)}
        />
      )}
    </div>
  );
}

/** What went wrong and needs a person, each with the way to where it is put right. */
function Troubles({ warnings: { exceptions, channels, failedDeliveries } }: { warnings: Warnings }) {
  const t = useTranslations('home');
  const formats = useFormats();
  const href = useWorkspaceHref();
  if (exceptions + channels.length + failedDeliveries === 0) return null;
  return (
    <Panel title={t('troubles')} flush>
      <ul className={classes.rows}>
        {channels.map(({ id, name, quietSince }) => (
          <WarningRow
            key={id}
            text={
              quietSince
                ? t('channelQuiet', { name, since: formats.dateTime(quietSince) })
                : t('channelFails', { name })
            }
            action={t('showChannel')}
            href={href('settings', 'channels')}
          />
        ))}
        {failedDeliveries > 0 && (
          <WarningRow
            text={t('failedDeliveries', { count: failedDeliveries })}
            action={t('showReplies')}
            href={`${href('inbox')}?view=ALL`}
          />
        )}
        {exceptions > 0 && (
          <WarningRow
            text={t('exceptions', { count: exceptions })}
            action={t('showExceptions')}
            href={href('settings', 'exceptions')}
          />
        )}
      </ul>
    </Panel>
  );
}

interface DueGroupProps {
  title: string;
  lead?: string;
  rows: readonly Row[];
  onSnooze: ((row: Row) => void) | null;
  /** They are here for what was promised, not for when the answer is due. */
  promised?: boolean;
}

function DueGroup({ title, lead, rows, onSnooze, promised = false }: DueGroupProps) {
  const t = useTranslations('home');
  if (rows.length === 0) return null;
  return (
    <Panel title={t('groupCount', { title, count: rows.length })} lead={lead} flush>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <DueRow key={row.id} row={row} promised={promised} onSnooze={onSnooze} />
        ))}
      </ul>
    </Panel>
  );
}
