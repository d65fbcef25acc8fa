'use client';
import { useTranslations } from 'next-intl';
import {
  AssignConversationDocument,
  CloseConversationDocument,
  EndSnoozeDocument,
  ReopenConversationDocument,
  SetTopicDocument,
} from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import type { Leaving } from '../queue/use-leaving.ts';
import type { Conversation, Outcome } from './use-conversation.ts';

type Answer =
  | { readonly __typename: 'ConversationSaved'; readonly conversation: NonNullable<Outcome['conversation']> }
  | { readonly __typename: 'ConversationNotOpen' | 'NotFound' };

/** Assign, snooze, close, reopen, topic: each can be undone, so none asks first. */
export function useConversationActs(
  conversation: Conversation,
  onOutcome: (outcome: Outcome) => void,
  leaving: Pick<Leaving, 'begin' | 'settle'>,
) {
  const t = useTranslations('inbox');
  const { show } = useToasts();
  const may = useMay();
  const [assignAct] = useAct(AssignConversationDocument);
  const [closeAct, closing] = useAct(CloseConversationDocument);
  const [reopenAct, reopening] = useAct(ReopenConversationDocument);
  const [endSnoozeAct, ending] = useAct(EndSnoozeDocument);
  const [topicAct] = useAct(SetTopicDocument);
  const { id, assignee, status } = conversation;
  const waiting = status === 'WAITING';

  /** Shows what the server answered; a refusal takes back what was shown ahead of it. */
  const settle = (answer: Answer | undefined, done: string, undo?: () => void): boolean => {
    if (answer?.__typename === 'ConversationSaved') {
      onOutcome(answer);
      show({ message: done, undo });
      return true;
    }
    onOutcome({ conversation });
    show({ tone: 'bad', message: t(answer?.__typename === 'ConversationNotOpen' ? 'acts.notOpen' : 'acts.failed') });
    return false;
  };
  const assign = async (memberId: string | null, name: string | null, undoable = true) => {
    const member = memberId === null ? null : { __typename: 'Member' as const, id: memberId, name: name ?? '' };
    onOutcome({ conversation: { ...conversation, assignee: member } });
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
    leaving.begin(id);
    onOutcome({ conversation: { ...conversation, status: 'CLOSED' } });
    const { data } = await closeAct({ id });
    const done = t(waiting ? 'acts.closedWaiting' : 'acts.closed');
    leaving.settle(
      id,
      settle(data?.closeConversation, done, () => void reopen()),
    );
  };
  const endSnooze = async () => {
    const { data } = await endSnoozeAct({ conversationId: id });
    settle(data?.endSnooze, t('snooze.ended', { name: conversation.buyer.name }));
  };
  const setTopic = async (topic: string, name: string) => {
    const before = conversation.topic;
    onOutcome({ conversation: { ...conversation, topic, topicBy: 'member' } });
    const { data } = await topicAct({ input: { conversationId: id, topic } });
    const undo = before === null ? undefined : () => void topicAct({ input: { conversationId: id, topic: before } });
    settle(data?.setTopic, t('acts.topicSet', { topic: name }), undo);
  };

  const mayEnd = may('inbox:end');
  const mayArrange = may('inbox:assign');
  return {
    assign: mayArrange ? (memberId: string | null, name: string | null) => void assign(memberId, name) : null,
    /** Also while the buyer waits: it leaves the queue, and the clock runs on (spec sla, rule 2). */
    close: mayEnd && (waiting || status === 'ANSWERED') ? () => void close() : null,
    reopen: mayEnd && status === 'CLOSED' ? () => void reopen() : null,
    mayEndInquiry: mayEnd && waiting,
    maySnooze: mayArrange && waiting,
    endSnooze: mayArrange && waiting ? () => void endSnooze() : null,
    setTopic: mayArrange ? (topic: string, name: string) => void setTopic(topic, name) : null,
    mayLogCall: may('inbox:reply') && status !== 'SPAM',
    busy: closing || reopening || ending,
  };
}

export type ConversationActs = ReturnType<typeof useConversationActs>;
