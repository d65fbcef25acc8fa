'use client';
import { useEffect, useRef } from 'react';
import { useClient } from 'urql';
import { leaveList } from './queue-memory.ts';
import type { ShownQueue } from './use-queue.ts';

/** Remembers the list when its reader leaves it, so that Back finds it as it was. */
export function useLeftList(
  scroller: { readonly current: HTMLElement | null },
  key: string,
  shown: ShownQueue | null,
  rowId: string | null,
) {
  const client = useClient();
  const latest = useRef({ key, shown, rowId, scrollTop: 0 });
  useEffect(() => {
    Object.assign(latest.current, { key, shown, rowId });
  }, [key, shown, rowId]);
  useEffect(() => {
    const list = scroller.current;
    const now = latest.current;
    const onScroll = () => {
      now.scrollTop = list?.scrollTop ?? 0;
    };
    list?.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      list?.removeEventListener('scroll', onScroll);
      if (now.shown) leaveList(client, now.key, { shown: now.shown, scrollTop: now.scrollTop, rowId: now.rowId });
    };
  }, [scroller, client]);
}

/** Whoever closes a conversation, or comes back to the list, stands on the row where they were. */
export function useFocusAfterBack(openId: string | null, leftRowId: string | null, focusRow: (id: string) => void) {
  const before = useRef(openId ?? leftRowId);
  useEffect(() => {
    const from = before.current;
    before.current = openId;
    // The focus of what was closed falls to the body; a focus elsewhere was put there by the reader.
    if (openId === null && from !== null && (document.activeElement?.tagName ?? 'BODY') === 'BODY') focusRow(from);
  }, [openId, focusRow]);
}
