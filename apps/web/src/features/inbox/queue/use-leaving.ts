'use client';
import { useCallback, useMemo, useState } from 'react';

export interface Leaving {
  ids: ReadonlySet<string>;
  /** An act that takes this conversation out of the list begins. */
  begin: (id: string) => void;
  /** The server has answered it; the mark stays until the list was read again, unless the act was refused. */
  settle: (id: string, done: boolean) => void;
  /** The list was read again: it knows by itself what has left. */
  listRead: () => void;
}

/** Conversations by whether the act that takes them out of the list is settled. */
type Acts = ReadonlyMap<string, boolean>;

/** What an act takes out of the list is marked at once, in its place, before the server has answered (UX 3: optimistic acts). */
export function useLeaving(): Leaving {
  const [acts, setActs] = useState<Acts>(new Map());
  const begin = useCallback((id: string) => setActs((before) => new Map(before).set(id, false)), []);
  const settle = useCallback(
    (id: string, done: boolean) =>
      setActs((before) => {
        const next = new Map(before);
        if (done) next.set(id, true);
        else next.delete(id);
        return next;
      }),
    [],
  );
  const listRead = useCallback(
    () =>
      setActs((before) => {
        const open = [...before].filter(([, settled]) => !settled);
        return open.length === before.size ? before : new Map(open);
      }),
    [],
  );
  return useMemo(() => ({ ids: new Set(acts.keys()), begin, settle, listRead }), [acts, begin, settle, listRead]);
}
