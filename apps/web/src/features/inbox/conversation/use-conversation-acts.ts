'use client';
import { useTranslations } from 'next-intl';
import {
  AssignConversationDocument,
  CloseConversationDocument,
  ReopenConversationDocument,
} from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import type { Conversation, Outcome } from './use-conversation.ts';

type Answer =
  | { readonly __typename: 'ConversationSaved'; readonly conversation: NonNullable<Outcome['conversation']> }
  | { readonly __typename: 'ConversationNotOpen' | 'NotFound' };

/** Assign, close, reopen: each can be undone, so none asks first. */
export function useConversationActs(conversation: Conversation, onOutcome: (outcome: Outcome) => void) {
  const t = useTranslations('inbox');
  const { show } = useToasts();
  const may = useMay();
  const [assignAct] = useAct(AssignConversationDocument);
  const [closeAct, closing] = useAct(CloseConversationDocument);
  const [reopenAct, reopening] = useAct(ReopenConversationDocument);
  const { id, assignee } = conversation;

  const settle = (answer: Answer | undefined, done: string, undo?: () => void) => {
    if (answer?.__typename === 'ConversationSaved') {
      onOutcome(answer);
      show({ message: done, undo });
    } else
      show({ tone: 'bad', message: t(answer?.__typename === 'ConversationNotOpen' ? 'acts.notOpen' : 'acts.failed') });
  };
  const assign = async (memberId: string | null, name: string | null, undoable = true) => {
    const { data } = await assignAct({ input: { conversationId: id, memberId } });
    const done = name === null ? t('acts.unassigned') : t('acts.assigned', { name });
    settle(
      data?.assignConversation,
      done,
      undoable ? () => void assign(assignee?.id ?? null, assignee?.name ?? null, false) : undefined,
    );
  };
  const reopen = async () => {
    const { data } = await reopenAct({ id });
    settle(data?.reopenConversation, t('acts.reopened'));
  };
  const close = async () => {
    const { data } = await closeAct({ id });
    settle(data?.closeConversation, t('acts.closed'), () => void reopen());
  };

  const mayEnd = may('inbox:end');
  return {
    assign: may('inbox:assign') ? (memberId: string | null, name: string | null) => void assign(memberId, name) : null,
    /** A buyer who waits cannot be closed away: that takes a reply, a decline or a spam report. */
    close: mayEnd && conversation.status !== 'WAITING' && conversation.status !== 'CLOSED' ? () => void close() : null,
    reopen: mayEnd && conversation.status === 'CLOSED' ? () => void reopen() : null,
    mayEndInquiry: mayEnd && conversation.status === 'WAITING',
    busy: closing || reopening,
  };
}
