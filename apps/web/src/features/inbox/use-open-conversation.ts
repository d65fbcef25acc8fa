'use client';
import { usePathname } from 'next/navigation';
import { useCallback } from 'react';
import { useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';

export interface OpenConversation {
  /** The conversation in the address, if any. */
  id: string | null;
  /** Address of a conversation (or of none), with the filters of the present address. */
  addressOf: (id: string | null) => string;
  /** Opens a conversation, or none, without asking the server for a page. */
  open: (id: string | null) => void;
}

/** Reads and writes which conversation is open: `inbox/{id}`. */
export function useOpenConversation(): OpenConversation {
  const pathname = usePathname();
  const href = useWorkspaceHref();
  const root = href('inbox');
  const id = pathname.startsWith(`${root}/`) ? decodeURIComponent(pathname.slice(root.length + 1)) || null : null;
  const addressOf = useCallback(
    (wanted: string | null) => {
      const query = typeof window === 'undefined' ? new URLSearchParams() : new URLSearchParams(window.location.search);
      query.delete('panel');
      const rest = query.toString().replaceAll('%2C', ',');
      return `${wanted === null ? root : `${root}/${encodeURIComponent(wanted)}`}${rest === '' ? '' : `?${rest}`}`;
    },
    [root],
  );
  const open = useCallback(
    (wanted: string | null) => window.history.pushState(null, '', addressOf(wanted)),
    [addressOf],
  );
  return { id, addressOf, open };
}
