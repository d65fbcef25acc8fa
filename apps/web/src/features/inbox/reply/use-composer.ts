'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { AddNoteDocument, type SendReplyMutation, SendReplyDocument } from '../../../generated/graphql.ts';
import type { Failure } from '../../../platform/graphql/failure.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import type { Conversation, Outcome } from '../conversation/use-conversation.ts';
import { type Claim, parseClaim } from '../draft/claims.ts';
import { type Commitment, type CommitmentKind, commitmentsIn } from './commitments.ts';
import { useNoteText } from './use-note-text.ts';
import { usePromisedTime } from './use-promised-time.ts';
import { useReplyFiles } from './use-reply-files.ts';
import { useReplyText } from './use-reply-text.ts';

export type ComposerMode = 'reply' | 'note';
export type Moved = Extract<SendReplyMutation['sendReply'], { __typename: 'ThreadMoved' }>;
/** Why nothing left, in the words of the catalogue below `composer.problems`; the text is always kept. */
export type ComposerProblem =
  'notOpen' | 'notFound' | 'ticks' | 'empty' | 'uploading' | 'channelCannotSend' | 'attachmentsGone' | 'promise';

/** Everything the reply box does: the text and where it is kept, what has to be answered for, and sending it exactly once. */
export function useComposer(conversation: Conversation, onOutcome: (outcome: Outcome) => void) {
  const may = useMay();
  const canReply = may('inbox:reply');
  const canNote = may('inbox:note');
  const reply = useReplyText(conversation.id, canReply);
  const files = useReplyFiles(conversation.id, canReply);
  const [note, setNote] = useNoteText(conversation.id);
  const promise = usePromisedTime();
  const [macroId, setMacroId] = useState<string | null>(null);
  /** The macros are open: by their button, or by `/` as the first key of a reply. */
  const [asksForMacro, setAsksForMacro] = useState(false);
  const [mode, setMode] = useState<ComposerMode>(canReply ? 'reply' : 'note');
  const [moved, setMoved] = useState<Moved | null>(null);
  const [problem, setProblem] = useState<ComposerProblem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<CommitmentKind>>(new Set());
  const [insertedClaims, setInsertedClaims] = useState<readonly Claim[]>([]);
  const [sendReply, sending] = useAct(SendReplyDocument);
  const [addNote, adding] = useAct(AddNoteDocument);
  const field = useRef<HTMLTextAreaElement>(null);
  /** Same text, same id: however often a send is tried, one message is made. */
  const attempt = useRef({ text: '', id: '' });
  /** The revision that the writer had seen when the text was begun; a reply that somebody adds later halts the send. */
  const begunAt = useRef<number | null>(null);

  useEffect(() => {
    // Text that was read from the server, too, counts from what its writer sees now.
    if (reply.text.trim() !== '') begunAt.current ??= conversation.revision;
  }, [reply.text, conversation.revision]);

  const change = useCallback(
    (text: string, draftId: string | null) => {
      if (text.trim() === '') {
        begunAt.current = null;
        setMacroId(null);
      }
      setProblem(null);
      reply.change({ text, draftId: text.trim() === '' ? null : draftId });
    },
    [reply],
  );

  const focus = useCallback((next: ComposerMode) => {
    setMode(next);
    requestAnimationFrame(() => {
      const box = field.current;
      box?.focus();
      box?.setSelectionRange(box.value.length, box.value.length);
    });
  }, []);

  /** The latest text, for callers that must not be drawn again at each key. */
  const written = useRef({ text: reply.text, change });
  useEffect(() => {
    written.current = { text: reply.text, change };
  }, [reply.text, change]);
  const append = useCallback((text: string, draftId: string | null) => {
    const before = written.current.text.trimEnd();
    written.current.change(before === '' ? text : `${before}\n\n${text}`, draftId);
  }, []);
  const insert = useCallback(
    (text: string, draftId: string, claims: readonly Claim[]) => {
      append(text, draftId);
      setInsertedClaims(claims);
      setTicked(new Set());
      focus('reply');
    },
    [append, focus],
  );
  /** Words that are not the assistant's, such as a decision pack. */
  const insertText = (text: string) => {
    append(text, reply.draftId);
    focus('reply');
  };

  const insertMacro = (filled: { macroId: string; text: string }) => {
    insertText(filled.text);
    setMacroId(filled.macroId);
  };

  const draft = conversation.draft;
  const claims = useMemo(
    () =>
      reply.draftId === null ? [] : draft?.id === reply.draftId ? draft.unsupported.map(parseClaim) : insertedClaims,
    [reply.draftId, draft, insertedClaims],
  );
  const commitments: readonly Commitment[] = useMemo(() => commitmentsIn(reply.text, claims), [reply.text, claims]);
  const unticked = commitments.filter(({ kind }) => !ticked.has(kind));

  const idFor = (text: string) => {
    if (attempt.current.text !== text) attempt.current = { text, id: newId() };
    return attempt.current.id;
  };
  const done = (outcome: Outcome) => {
    attempt.current = { text: '', id: '' };
    setMoved(null);
    setProblem(null);
    onOutcome(outcome);
  };

  const submitReply = async (overrideMoved: boolean) => {
    const { text, draftId } = reply;
    if (text.trim() === '') return setProblem('empty');
    if (unticked.length > 0) return setProblem('ticks');
    if (files.busy || files.failed) return setProblem('uploading');
    const promisedFor = promise.instant();
    if (promisedFor === 'wrong') return setProblem('promise');
    const attachmentIds = files.waiting.map(({ id }) => id);
    await reply.settle();
    const revision = begunAt.current ?? conversation.revision;
    const id = idFor([text, promisedFor, ...attachmentIds].join('\n'));
    const marks = { macroId, promisedFor };
    const input = {
      id,
      conversationId: conversation.id,
      text,
      draftId,
      revision,
      overrideMoved,
      attachmentIds,
      ...marks,
    };
    const { data, failure: failed } = await sendReply({ input });
    setFailure(failed);
    const answer = data?.sendReply;
    if (answer?.__typename === 'ReplySaved') {
      begunAt.current = null;
      setTicked(new Set());
      setMacroId(null);
      promise.drop();
      reply.clear();
      files.reload();
      return done(answer);
    }
    // Nothing left: the text stays in the box, and on the server.
    reply.change({ text, draftId });
    if (answer?.__typename === 'ThreadMoved') setMoved(answer);
    else if (answer?.__typename === 'ConversationNotOpen') setProblem('notOpen');
    else if (answer?.__typename === 'ChannelCannotSend') setProblem('channelCannotSend');
    else if (answer) {
      // A file that is gone is answered like a conversation that is: reading again shows which.
      setProblem(attachmentIds.length > 0 ? 'attachmentsGone' : 'notFound');
      files.reload();
    }
  };

  const submitNote = async () => {
    if (note.trim() === '') return setProblem('empty');
    const { data, failure: failed } = await addNote({
      input: { id: idFor(note), conversationId: conversation.id, text: note },
    });
    setFailure(failed);
    if (data?.addNote.__typename === 'ReplySaved') {
      setNote('');
      done(data.addNote);
    } else if (data) setProblem('notFound');
  };

  const busy = sending || adding;
  return {
    canReply,
    canNote,
    mode,
    focus,
    field,
    text: mode === 'reply' ? reply.text : note,
    onText: (text: string) => {
      if (mode === 'note') return setNote(text);
      if (text === '/' && reply.text === '') return setAsksForMacro(true);
      return change(text, reply.draftId);
    },
    asksForMacro,
    setAsksForMacro,
    reply,
    files,
    insert,
    insertText,
    insertMacro,
    promise,
    commitments,
    ticked,
    tick: (kind: CommitmentKind, on: boolean) => {
      const next = new Set(ticked);
      if (on) next.add(kind);
      else next.delete(kind);
      setTicked(next);
      setProblem(null);
    },
    moved,
    /** The writer has looked at what is new: the next send counts from here. */
    lookedAtNews: () => {
      begunAt.current = moved?.revision ?? conversation.revision;
      setMoved(null);
    },
    send: () => void (busy ? undefined : mode === 'reply' ? submitReply(false) : submitNote()),
    sendAnyway: () => void (busy ? undefined : submitReply(true)),
    problem,
    failure,
    busy,
  };
}

export type Composer = ReturnType<typeof useComposer>;
