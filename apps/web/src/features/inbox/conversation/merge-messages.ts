interface MessageKey {
  readonly id: string;
  readonly sentAt: string;
}

/** What is loaded of a conversation, oldest first, and how to ask for what came before it. */
export interface LoadedMessages<M extends MessageKey> {
  messages: readonly M[];
  startCursor: string | null;
  hasEarlier: boolean;
}

/**
 * Lays a fresh newest page over what is loaded: known messages take their fresh state (delivery), earlier pages stay. When the page does not
 * touch what is loaded, messages between the two are missing, so only the fresh page is kept.
 */
export function applyNewestPage<M extends MessageKey>(
  loaded: LoadedMessages<M> | null,
  page: LoadedMessages<M>,
): LoadedMessages<M> {
  if (!loaded) return page;
  const fresh = new Set(page.messages.map(({ id }) => id));
  const touches = loaded.messages.some(({ id }) => fresh.has(id));
  if (!touches && page.hasEarlier) return page;
  return { ...loaded, messages: mergeMessages(loaded.messages, page.messages) };
}

/** Puts an earlier page before what is loaded. */
export function applyEarlierPage<M extends MessageKey>(
  loaded: LoadedMessages<M>,
  page: LoadedMessages<M>,
): LoadedMessages<M> {
  return { ...page, messages: mergeMessages(page.messages, loaded.messages) };
}

/** One list of both, each message once, the later argument's copy winning, oldest first. */
export function mergeMessages<M extends MessageKey>(known: readonly M[], incoming: readonly M[]): M[] {
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const message of incoming) byId.set(message.id, message);
  return [...byId.values()].sort((a, b) => Date.parse(a.sentAt) - Date.parse(b.sentAt) || (a.id < b.id ? -1 : 1));
}
