'use client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useClient } from 'urql';
import {
  type ConversationStateFragment,
  type InboxConversationQuery,
  type MessageFieldsFragment,
  EarlierMessagesDocument,
  InboxConversationDocument,
} from '../../../generated/graphql.ts';
import { type Failure, toFailure } from '../../../platform/graphql/failure.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { type LoadedMessages, applyEarlierPage, applyNewestPage, mergeMessages } from './merge-messages.ts';

export type Message = MessageFieldsFragment;
type Record = NonNullable<InboxConversationQuery['conversation']>;
/** A conversation without its messages, which are held apart because they come in pages. */
export type Conversation = Omit<Record, 'messages'>;

/** What a mutation answers and the screen can show at once. */
export interface Outcome {
  conversation?: ConversationStateFragment;
  message?: Message;
}

export interface OpenedConversation {
  conversation: Conversation | null;
  messages: readonly Message[];
  hasEarlier: boolean;
  loadingEarlier: boolean;
  loadEarlier: () => Promise<void>;
  /** True when the server has answered and there is no such conversation. */
  missing: boolean;
  failure: Failure | null;
  loading: boolean;
  reload: () => void;
  apply: (outcome: Outcome) => void;
}

const NEWEST = 50;
const EARLIER = 100;

type MessagePage = {
  readonly edges: readonly { readonly node: Message }[];
  readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
};

function toLoaded(page: MessagePage): LoadedMessages<Message> {
  return {
    messages: page.edges.map(({ node }) => node),
    hasEarlier: page.pageInfo.hasPreviousPage,
    startCursor: page.pageInfo.startCursor,
  };
}

/** One conversation, kept up to date by live events and by the answers of the viewer's own acts. */
export function useConversation(id: string): OpenedConversation {
  const client = useClient();
  const query = useScreenQuery(
    InboxConversationDocument,
    { id, last: NEWEST },
    {
      refreshOn: (event) =>
        event.conversationId === id || event.subjectKind === 'buyer' || event.subjectKind === 'knowledge_entry',
    },
  );
  const record = query.data?.conversation ?? null;
  const [patch, setPatch] = useState<ConversationStateFragment | null>(null);
  const [loaded, setLoaded] = useState<LoadedMessages<Message> | null>(null);
  const [loadingEarlier, setLoadingEarlier] = useState(false);
  const [earlierFailure, setEarlierFailure] = useState<Failure | null>(null);

  useEffect(() => {
    if (!record) return;
    setLoaded((before) => applyNewestPage(before, toLoaded(record.messages)));
    // An answer that was under way before our own act is older than the act's answer and does not undo it.
    setPatch((before) => (before !== null && before.revision > record.revision ? before : null));
  }, [record]);

  const apply = useCallback(({ conversation, message }: Outcome) => {
    if (conversation) setPatch(conversation);
    if (message) setLoaded((before) => before && { ...before, messages: mergeMessages(before.messages, [message]) });
  }, []);

  const startCursor = loaded?.hasEarlier ? loaded.startCursor : null;
  const loadEarlier = useCallback(async () => {
    if (startCursor === null) return;
    setLoadingEarlier(true);
    const { data, error } = await client
      .query(EarlierMessagesDocument, { id, last: EARLIER, before: startCursor })
      .toPromise();
    setLoadingEarlier(false);
    setEarlierFailure(error ? toFailure(error) : null);
    const page = data?.conversation?.messages;
    if (page) setLoaded((before) => before && applyEarlierPage(before, toLoaded(page)));
  }, [client, id, startCursor]);

  return useMemo(
    () => ({
      conversation: record && (patch ? { ...record, ...patch } : record),
      // A reply that was taken back is text again, not a message.
      messages: (loaded?.messages ?? []).filter(({ deliveryStatus }) => deliveryStatus !== 'CANCELLED'),
      hasEarlier: loaded?.hasEarlier ?? false,
      loadingEarlier,
      loadEarlier,
      missing: query.data !== null && record === null,
      failure: query.failure ?? earlierFailure,
      loading: query.loading,
      reload: query.reload,
      apply,
    }),
    [
      record,
      patch,
      loaded,
      loadingEarlier,
      loadEarlier,
      query.data,
      query.failure,
      query.loading,
      query.reload,
      earlierFailure,
      apply,
    ],
  );
}
