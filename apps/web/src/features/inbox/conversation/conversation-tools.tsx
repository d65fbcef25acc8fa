'use client';
import { ActionIcon, Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MoreIcon } from '../../../components/icons.tsx';
import { lazyPart } from '../../../components/lazy-part.tsx';
import { Menu, MenuDivider, MenuItem } from '../../../components/menu.tsx';
import { useShortcuts } from '../../../platform/keyboard/shortcuts-provider.tsx';
import type { Directory } from '../directory/use-directory.ts';
import type { Leaving } from '../queue/use-leaving.ts';
import { SnoozeDialog } from '../snooze/index.ts';
import { AssigneeItems } from './assignee-items.tsx';
import classes from './conversation.module.css';
import type { EndKind } from './end-inquiry-dialog.tsx';
import type { Conversation, Outcome } from './use-conversation.ts';
import type { ConversationActs } from './use-conversation-acts.ts';

/** Opened now and then, so loaded when they are. */
const EndInquiryDialog = lazyPart(() => import('./end-inquiry-dialog.tsx').then((module) => module.EndInquiryDialog));
const LogCallDialog = lazyPart(() => import('./log-call-dialog.tsx').then((module) => module.LogCallDialog));

interface ConversationToolsProps {
  conversation: Conversation;
  directory: Directory;
  acts: ConversationActs;
  leaving: Pick<Leaving, 'begin' | 'settle'>;
  onOutcome: (outcome: Outcome) => void;
}

/** What can be done with the whole conversation, by button and by key. */
export function ConversationTools({ conversation, directory, acts, leaving, onOutcome }: ConversationToolsProps) {
  const t = useTranslations('inbox');
  const [assigning, setAssigning] = useState(false);
  const [asked, setAsked] = useState<EndKind | 'snooze' | 'call' | null>(null);
  const group = t('keys.conversation');
  const toggle = acts.close ?? acts.reopen;
  const closeLabel = t(acts.reopen ? 'reopen' : 'close');
  useShortcuts([
    ...(acts.assign
      ? [{ keys: 'a', label: t('assign'), group, run: () => setAssigning(true), palette: 'record' as const }]
      : []),
    ...(acts.maySnooze
      ? [{ keys: 's', label: t('snooze.act'), group, run: () => setAsked('snooze'), palette: 'record' as const }]
      : []),
    ...(toggle ? [{ keys: 'e', label: closeLabel, group, run: toggle, palette: 'record' as const }] : []),
  ]);
  const { id, buyer, dueAt, status } = conversation;
  return (
    <>
      {acts.assign ? (
        <Menu
          label={t('assign')}
          align="end"
          opened={assigning}
          onChange={setAssigning}
          trigger={(props) => (
            <Button
              variant="default"
              aria-label={conversation.assignee ? t('assignLabel', { name: conversation.assignee.name }) : undefined}
              {...props}
            >
              {conversation.assignee?.name ?? t('assign')}
            </Button>
          )}
        >
          <AssigneeItems directory={directory} assigneeId={conversation.assignee?.id ?? null} onChoose={acts.assign} />
        </Menu>
      ) : (
        <span className={classes.assignee}>{conversation.assignee?.name ?? t('unassigned')}</span>
      )}
      {acts.maySnooze ? (
        <Button variant="default" onClick={() => setAsked('snooze')}>
          {t('snooze.act')}
        </Button>
      ) : (
        toggle && (
          <Button variant="default" loading={acts.busy} onClick={toggle}>
            {closeLabel}
          </Button>
        )
      )}
      {(acts.mayLogCall || acts.mayEndInquiry) && (
        <Menu
          label={t('more')}
          align="end"
          width="18rem"
          trigger={(props) => (
            <ActionIcon variant="default" size="2.75rem" aria-label={t('more')} {...props}>
              <MoreIcon />
            </ActionIcon>
          )}
        >
          {acts.mayLogCall && <MenuItem onClick={() => setAsked('call')}>{t('call.act')}</MenuItem>}
          {acts.maySnooze && acts.close && <MenuItem onClick={acts.close}>{t('closeWaiting')}</MenuItem>}
          {acts.mayEndInquiry && (
            <>
              <MenuDivider />
              <MenuItem onClick={() => setAsked('decline')}>{t('decline')}</MenuItem>
              <MenuItem danger onClick={() => setAsked('spam')}>
                {t('reportSpam')}
              </MenuItem>
            </>
          )}
        </Menu>
      )}
      {(asked === 'decline' || asked === 'spam') && (
        <EndInquiryDialog
          kind={asked}
          conversation={conversation}
          onClose={() => setAsked(null)}
          onOutcome={onOutcome}
        />
      )}
      {asked === 'call' && (
        <LogCallDialog conversation={conversation} onClose={() => setAsked(null)} onOutcome={onOutcome} />
      )}
      {asked === 'snooze' && (
        <SnoozeDialog
          conversationId={id}
          buyerName={buyer.name}
          dueAt={status === 'WAITING' ? dueAt : null}
          onBegin={(conversationId, until) => {
            leaving.begin(conversationId);
            onOutcome({ conversation: { ...conversation, snoozedUntil: until } });
          }}
          onSettled={(conversationId, done) => {
            leaving.settle(conversationId, done);
            if (!done) onOutcome({ conversation });
          }}
          onOutcome={onOutcome}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
