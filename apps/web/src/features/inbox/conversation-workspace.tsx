'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { InboxIcon } from '../../components/icons.tsx';
import { Bone, EmptyState, FailureState, Loading } from '../../components/states.tsx';
import { useShortcuts } from '../../platform/keyboard/shortcuts-provider.tsx';
import { tabId } from '../buyers/index.ts';
import { ConversationHeader } from './conversation/conversation-header.tsx';
import conversationClasses from './conversation/conversation.module.css';
import { MessageList } from './conversation/message-list.tsx';
import { type Conversation, type OpenedConversation, useConversation } from './conversation/use-conversation.ts';
import type { Directory } from './directory/use-directory.ts';
import classes from './inbox.module.css';
import type { Leaving } from './queue/use-leaving.ts';
import { ComposerBox } from './reply/composer-box.tsx';
import { useComposer } from './reply/use-composer.ts';
import { type PanelName, SIDE_PANEL_ID, SidePanel } from './side-panel.tsx';

interface WorkspaceProps {
  directory: Directory;
  leaving: Leaving;
  panel: PanelName | null;
  onPanel: (panel: PanelName | null) => void;
  onBack: () => void;
}

/** The open conversation: thread, reply box and side panel share one reading of it. */
export function ConversationWorkspace({ id, ...props }: WorkspaceProps & { id: string }) {
  const t = useTranslations('inbox');
  const opened = useConversation(id);
  if (opened.conversation) return <Opened {...props} opened={opened} conversation={opened.conversation} />;
  return (
    <section className={conversationClasses.pane} data-alone aria-label={t('conversation')}>
      {opened.failure && <FailureState failure={opened.failure} onRetry={opened.reload} />}
      {opened.missing && (
        <EmptyState icon={<InboxIcon />} title={t('missing')}>
          {t('missingText')}
        </EmptyState>
      )}
      {opened.loading && (
        <Loading onRetry={opened.reload}>
          <div className={conversationClasses.bones}>
            <Bone width="40%" height="2rem" />
            <Bone width="70%" height="5rem" />
            <Bone width="55%" height="7rem" />
          </div>
        </Loading>
      )}
    </section>
  );
}

function Opened({
  opened,
  conversation,
  directory,
  leaving,
  panel,
  onPanel,
  onBack,
}: WorkspaceProps & { opened: OpenedConversation; conversation: Conversation }) {
  const t = useTranslations('inbox');
  const composer = useComposer(conversation, opened.apply);
  const group = t('keys.conversation');
  const showDraft = () => {
    onPanel('draft');
    requestAnimationFrame(() => document.getElementById(tabId(SIDE_PANEL_ID, 'draft'))?.focus());
  };
  const oneLayerBack = () => {
    if (panel !== null) onPanel(null);
    else if (document.activeElement === composer.field.current) composer.field.current?.blur();
    else onBack();
  };
  useShortcuts([
    { keys: 'd', label: t('keys.draft'), group, run: showDraft, palette: 'record' },
    { keys: 'esc', label: t('keys.back'), group, run: oneLayerBack, whileTyping: true },
  ]);
  const { reread } = composer.reply;
  const { reload: rereadFiles } = composer.files;
  const onTakenBack = useCallback(() => {
    void reread();
    rereadFiles();
  }, [reread, rereadFiles]);

  return (
    <>
      <section
        className={conversationClasses.pane}
        aria-label={t('conversationWith', { name: conversation.buyer.name })}
      >
        <ConversationHeader
          conversation={conversation}
          directory={directory}
          leaving={leaving}
          onOutcome={opened.apply}
          onBack={onBack}
          onPanel={onPanel}
        />
        {opened.failure && <FailureState failure={opened.failure} onRetry={opened.reload} compact />}
        <MessageList
          conversationId={conversation.id}
          opened={opened}
          buyerName={conversation.buyer.name}
          channelName={conversation.channel.name}
          onTakenBack={onTakenBack}
        />
        <ComposerBox conversation={conversation} composer={composer} />
      </section>
      <div className={classes.sideSlot}>
        <SidePanel
          conversation={conversation}
          canReply={composer.canReply}
          replyEmpty={composer.text.trim() === ''}
          onInsert={composer.insert}
          panel={panel}
          onPanel={onPanel}
          onChanged={opened.reload}
        />
      </div>
    </>
  );
}
