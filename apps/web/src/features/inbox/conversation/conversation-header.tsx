'use client';
import { ActionIcon, Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { memo, useState } from 'react';
import { LevelBadge, StatusBadge } from '../../../components/badges.tsx';
import { BackIcon, MoreIcon, SparkIcon, UserIcon } from '../../../components/icons.tsx';
import { lazyPart } from '../../../components/lazy-part.tsx';
import { Menu, MenuItem } from '../../../components/menu.tsx';
import { TimeLeft } from '../../../components/time-left.tsx';
import { useShortcuts } from '../../../platform/keyboard/shortcuts-provider.tsx';
import { useMay, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { BuyerClock, GradeButton } from '../../buyers/index.ts';
import type { Directory } from '../directory/use-directory.ts';
import { AssigneeItems } from './assignee-items.tsx';
import classes from './conversation.module.css';
import type { EndKind } from './end-inquiry-dialog.tsx';
import type { Conversation, Outcome } from './use-conversation.ts';
import { useConversationActs } from './use-conversation-acts.ts';

/** Opened now and then, so loaded when they are. */
const DueLedger = lazyPart(() => import('./due-ledger.tsx').then((module) => module.DueLedger));
const EndInquiryDialog = lazyPart(() => import('./end-inquiry-dialog.tsx').then((module) => module.EndInquiryDialog));

interface ConversationHeaderProps {
  conversation: Conversation;
  directory: Directory;
  onOutcome: (outcome: Outcome) => void;
  onBack: () => void;
  onPanel: (panel: 'draft' | 'buyer') => void;
}

/** Who this is, how long is left, who has it, and what can be done with the whole conversation. */
export const ConversationHeader = memo(function ConversationHeader({
  conversation,
  directory,
  onOutcome,
  onBack,
  onPanel,
}: ConversationHeaderProps) {
  const t = useTranslations('inbox');
  const href = useWorkspaceHref();
  const may = useMay();
  const { buyer } = conversation;
  const about = [buyer.company !== buyer.name ? buyer.company : null, conversation.subject].filter(Boolean).join(' · ');
  return (
    <header className={classes.header}>
      <div className={classes.identity}>
        <ActionIcon
          className={classes.back}
          variant="subtle"
          color="gray"
          size="2.75rem"
          aria-label={t('back')}
          onClick={onBack}
        >
          <BackIcon />
        </ActionIcon>
        <GradeButton buyerId={buyer.id} grade={buyer.grade} />
        <LevelBadge level={buyer.platformLevel} />
        <h2 className={classes.buyer} dir="auto">
          {may('buyer:read') ? <Link href={href('buyers', buyer.id)}>{buyer.name}</Link> : buyer.name}
        </h2>
        <div className={classes.tools}>
          <Button
            className={classes.panelButton}
            variant="default"
            leftSection={<SparkIcon />}
            onClick={() => onPanel('draft')}
          >
            {t('panel.draft')}
          </Button>
          <Button
            className={classes.panelButton}
            variant="default"
            leftSection={<UserIcon />}
            onClick={() => onPanel('buyer')}
          >
            {t('panel.buyer')}
          </Button>
          <ConversationTools conversation={conversation} directory={directory} onOutcome={onOutcome} />
        </div>
      </div>
      <div className={classes.about}>
        {about !== '' && <span dir="auto">{about}</span>}
        <BuyerClock country={buyer.country} />
      </div>
      <DueLine conversation={conversation} />
    </header>
  );
});

function DueLine({ conversation }: { conversation: Conversation }) {
  const t = useTranslations('inbox');
  const [opened, setOpened] = useState(false);
  const { inquiry, status, dueAt } = conversation;
  return (
    <div className={classes.due}>
      {status === 'WAITING' && dueAt !== null ? (
        <TimeLeft dueAt={dueAt} withDue />
      ) : (
        <StatusBadge tone={status === 'ANSWERED' ? 'good' : 'neutral'}>{t(`status.${status}`)}</StatusBadge>
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
    </div>
  );
}

function ConversationTools({
  conversation,
  directory,
  onOutcome,
}: Pick<ConversationHeaderProps, 'conversation' | 'directory' | 'onOutcome'>) {
  const t = useTranslations('inbox');
  const { show } = useToasts();
  const acts = useConversationActs(conversation, onOutcome);
  const [assigning, setAssigning] = useState(false);
  const [ending, setEnding] = useState<EndKind | null>(null);
  const group = t('keys.conversation');
  const toggle =
    acts.close ?? acts.reopen ?? (acts.mayEndInquiry ? () => show({ message: t('acts.closeWaiting') }) : null);
  useShortcuts([
    ...(acts.assign
      ? [{ keys: 'a', label: t('assign'), group, run: () => setAssigning(true), palette: 'record' as const }]
      : []),
    ...(toggle
      ? [{ keys: 'e', label: t(acts.reopen ? 'reopen' : 'close'), group, run: toggle, palette: 'record' as const }]
      : []),
  ]);
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
              aria-label={t('assignLabel', { name: conversation.assignee?.name ?? t('unassigned') })}
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
      {(acts.close ?? acts.reopen) && (
        <Button variant="default" loading={acts.busy} onClick={acts.close ?? acts.reopen ?? undefined}>
          {t(acts.reopen ? 'reopen' : 'close')}
        </Button>
      )}
      {acts.mayEndInquiry && (
        <Menu
          label={t('more')}
          align="end"
          trigger={(props) => (
            <ActionIcon variant="default" size="2.75rem" aria-label={t('more')} {...props}>
              <MoreIcon />
            </ActionIcon>
          )}
        >
          <MenuItem onClick={() => setEnding('decline')}>{t('decline')}</MenuItem>
          <MenuItem danger onClick={() => setEnding('spam')}>
            {t('reportSpam')}
          </MenuItem>
        </Menu>
      )}
      {ending && (
        <EndInquiryDialog
          kind={ending}
          conversation={conversation}
          onClose={() => setEnding(null)}
          onOutcome={onOutcome}
        />
      )}
    </>
  );
}
