import type { ReplyText } from './reply-draft-saver.ts';

/** Text that this browser has typed and the server may not have yet. It outlives a crash or a closed tab, and goes once the server has it. */
export interface UnsavedCopy extends ReplyText {
  typedAt: string;
}

/** What of `localStorage` is needed here. */
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (memberId: string, conversationId: string) => `dangol.unsaved.${memberId}.${conversationId}`;

export function keepUnsaved(store: Store, memberId: string, conversationId: string, copy: UnsavedCopy): void {
  try {
    store.setItem(keyOf(memberId, conversationId), JSON.stringify(copy));
  } catch {
    // A full or forbidden store costs only this second safety net; the server's copy is the first.
  }
}

export function forgetUnsaved(store: Store, memberId: string, conversationId: string): void {
  store.removeItem(keyOf(memberId, conversationId));
}

export function readUnsaved(store: Store, memberId: string, conversationId: string): UnsavedCopy | null {
  const raw = store.getItem(keyOf(memberId, conversationId));
  if (raw === null) return null;
  try {
    const copy: unknown = JSON.parse(raw);
    return isCopy(copy) ? copy : null;
  } catch {
    return null;
  }
}

function isCopy(value: unknown): value is UnsavedCopy {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'typedAt' in value
  );
}

/** What to show when a conversation is opened: the server's text, unless this browser typed on after it. */
export function chooseText(
  server: (ReplyText & { updatedAt: string }) | null,
  unsaved: UnsavedCopy | null,
): ReplyText & { unsaved: boolean } {
  if (unsaved && (!server || Date.parse(unsaved.typedAt) > Date.parse(server.updatedAt)))
    return { text: unsaved.text, draftId: unsaved.draftId, unsaved: true };
  return { text: server?.text ?? '', draftId: server?.draftId ?? null, unsaved: false };
}
