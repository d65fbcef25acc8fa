'use client';
import { usePathname } from 'next/navigation';
import { useCallback } from 'react';
import { useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';

export interface OpenImportAddress {
  /** The import in the address, if any. */
  id: string | null;
  addressOf: (id: string | null) => string;
  /** Opens an import, or none, without asking the server for a page. */
  open: (id: string | null) => void;
}

/** Reads and writes which import is open: `imports/{id}`. */
export function useOpenImport(): OpenImportAddress {
  const pathname = usePathname();
  const href = useWorkspaceHref();
  const root = href('imports');
  const id = pathname.startsWith(`${root}/`) ? decodeURIComponent(pathname.slice(root.length + 1)) || null : null;
  const addressOf = useCallback(
    (wanted: string | null) => (wanted === null ? root : `${root}/${encodeURIComponent(wanted)}`),
    [root],
  );
  const open = useCallback(
    (wanted: string | null) => window.history.pushState(null, '', addressOf(wanted)),
    [addressOf],
  );
  return { id, addressOf, open };
}
