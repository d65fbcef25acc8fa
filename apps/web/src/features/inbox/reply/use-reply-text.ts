'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import { MyReplyDraftDocument, SaveReplyDraftDocument } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import { type ReplyText, type SaveState, ReplyDraftSaver } from './reply-draft-saver.ts';
import { chooseText, forgetUnsaved, keepUnsaved, readUnsaved } from './unsaved-copy.ts';

export interface ReplyTextState extends ReplyText {
  /** 'reading' until the server's text is known: writing before that could overwrite it. */
  status: 'reading' | 'ready' | 'unreadable';
  saveState: SaveState;
  change: (reply: ReplyText) => void;
  /** Reads the server's text again: after a reply was taken back, or when this window comes to the front. */
  reread: () => Promise<void>;
  /** Resolves when no save is under way, so that none lands behind a sent reply. */
  settle: () => Promise<void>;
  /** Empties the text: it was sent, and the server has put its copy away. */
  clear: () => void;
}

const NOTHING: ReplyText = { text: '', draftId: null };

/** What the viewer is writing in one conversation: on the server within two seconds, in this browser at once. */
export function useReplyText(conversationId: string, canReply: boolean): ReplyTextState {
  const client = useClient();
  const { memberId } = useWorkspace();
  const [act] = useAct(SaveReplyDraftDocument);
  const [reply, setReply] = useState<ReplyText>(NOTHING);
  const [status, setStatus] = useState<ReplyTextState['status']>('reading');
  const [saveState, setSaveState] = useState<SaveState>({ kind: 'empty' });
  const storedAt = useRef<string | null>(null);

  const saver = useMemo(
    () =>
      new ReplyDraftSaver({
        save: async ({ text, draftId }) => {
          const { data } = await act({ input: { conversationId, text, draftId } });
          if (data?.saveReplyDraft.__typename !== 'ReplyDraft') return null;
          storedAt.current = data.saveReplyDraft.updatedAt;
          forgetUnsaved(window.localStorage, memberId, conversationId);
          return data.saveReplyDraft.updatedAt;
        },
        onState: setSaveState,
      }),
    [act, conversationId, memberId],
  );

  const change = useCallback(
    (next: ReplyText) => {
      setReply(next);
      keepUnsaved(window.localStorage, memberId, conversationId, { ...next, typedAt: new Date().toISOString() });
      saver.change(next);
    },
    [saver, memberId, conversationId],
  );

  const read = useCallback(async () => {
    const { data, error } = await client
      .query(MyReplyDraftDocument, { id: conversationId }, { requestPolicy: 'network-only' })
      .toPromise();
    if (error ?? !data) return setStatus((before) => (before === 'ready' ? before : 'unreadable'));
    const server = data.conversation?.replyDraft ?? null;
    setStatus('ready');
    if (saver.pending || (server !== null && server.updatedAt === storedAt.current)) return;
    storedAt.current = server?.updatedAt ?? null;
    const { unsaved, ...chosen } = chooseText(server, readUnsaved(window.localStorage, memberId, conversationId));
    if (unsaved) return change(chosen);
    setReply(chosen);
    setSaveState(server && server.text !== '' ? { kind: 'saved', at: server.updatedAt } : { kind: 'empty' });
  }, [client, conversationId, memberId, saver, change]);

  const reread = useCallback(async () => {
    await saver.flush();
    await read();
  }, [saver, read]);

  useEffect(() => {
    if (!canReply) return undefined;
    saver.start();
    void read();
    const onFront = () => void read();
    const onLeave = () => void saver.flush();
    window.addEventListener('focus', onFront);
    window.addEventListener('pagehide', onLeave);
    return () => {
      window.removeEventListener('focus', onFront);
      window.removeEventListener('pagehide', onLeave);
      saver.stop();
    };
  }, [canReply, saver, read]);

  const settle = useCallback(() => saver.drop(), [saver]);
  const clear = useCallback(() => {
    void saver.drop();
    forgetUnsaved(window.localStorage, memberId, conversationId);
    storedAt.current = null;
    setReply(NOTHING);
    setSaveState({ kind: 'empty' });
  }, [saver, memberId, conversationId]);

  return useMemo(
    () => ({ ...reply, status, saveState, change, reread, settle, clear }),
    [reply, status, saveState, change, reread, settle, clear],
  );
}
