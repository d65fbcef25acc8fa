'use client';
import { ActionIcon, Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { memo } from 'react';
import { LevelBadge } from '../../../components/badges.tsx';
import { BackIcon, SparkIcon, UserIcon } from '../../../components/icons.tsx';
import { useMay, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { BuyerClock, GradeButton } from '../../buyers/index.ts';
import type { Directory } from '../directory/use-directory.ts';
import type { Leaving } from '../queue/use-leaving.ts';
import { ConversationTools } from './conversation-tools.tsx';
import classes from './conversation.module.css';
import { DueLine } from './due-line.tsx';
import { TopicMenu } from './topic-menu.tsx';
import type { Conversation, Outcome } from './use-conversation.ts';
import { useConversationActs } from './use-conversation-acts.ts';

interface ConversationHeaderProps {
  conversation: Conversation;
  directory: Directory;
  leaving: Pick<Leaving, 'begin' | 'settle'>;
  onOutcome: (outcome: Outcome) => void;
  onBack: () => void;
  onPanel: (panel: 'draft' | 'buyer') => void;
}

/** Who this is, how long is left, who has it, and what can be done with the whole conversation. */
export const ConversationHeader = memo(function ConversationHeader({
  conversation,
  directory,
  leaving,
  onOutcome,
  onBack,
  onPanel,
}: ConversationHeaderProps) {
  const t = useTranslations('inbox');
  const href = useWorkspaceHref();
  const may = useMay();
  const acts = useConversationActs(conversation, onOutcome, leaving);
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
          <ConversationTools
            conversation={conversation}
            directory={directory}
            acts={acts}
            leaving={leaving}
            onOutcome={onOutcome}
          />
        </div>
      </div>
      <div className={classes.about}>
        {about !== '' && <span dir="auto">{about}</span>}
        <BuyerClock country={buyer.country} />
        <TopicMenu topic={conversation.topic} byMember={conversation.topicBy === 'member'} onChoose={acts.setTopic} />
      </div>
      <DueLine conversation={conversation} onEndSnooze={acts.endSnooze} />
    </header>
  );
});
