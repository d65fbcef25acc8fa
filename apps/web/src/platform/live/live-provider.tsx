'use client';
import { type ReactNode, createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { LiveConnection, LiveListener, LiveState } from './live-connection.ts';

export type { LiveState, WorkspaceEvent } from './live-connection.ts';

const LiveContext = createContext<LiveConnection | null>(null);
const CONNECTING: LiveState = { status: 'connecting', since: null };

/** Holds the tab's one live connection while a workspace is open. */
export function LiveProvider({ workspace, children }: { workspace: string; children: ReactNode }) {
  const [connection, setConnection] = useState<LiveConnection | null>(null);
  useEffect(() => {
    let opened: LiveConnection | null = null;
    let left = false;
    // Fetched beside the page's own requests: nothing of it is needed to draw.
    void import('./live-connection.ts').then(({ LiveConnection: Connection }) => {
      if (left) return;
      opened = new Connection(workspace);
      opened.start();
      setConnection(opened);
    });
    return () => {
      left = true;
      opened?.stop();
    };
  }, [workspace]);
  return <LiveContext value={connection}>{children}</LiveContext>;
}

/** Calls `handler` for every event of the workspace, in order; with null when events may have been missed. */
export function useWorkspaceEvents(handler: LiveListener): void {
  const connection = useContext(LiveContext);
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  }, [handler]);
  useEffect(() => connection?.onEvent((event) => latest.current(event)), [connection]);
}

/** Whether what is on screen is kept up to date. */
export function useLiveState(): LiveState & { connectNow: () => void } {
  const connection = useContext(LiveContext);
  const state = useSyncExternalStore(
    connection?.onState ?? (() => () => undefined),
    () => connection?.getState() ?? CONNECTING,
    () => CONNECTING,
  );
  return { ...state, connectNow: connection?.connectNow ?? (() => undefined) };
}
