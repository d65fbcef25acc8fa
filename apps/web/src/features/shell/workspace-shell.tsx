'use client';
import type { ReactNode } from 'react';
import { GraphqlProvider } from '../../platform/graphql/graphql-provider.tsx';
import { ShortcutsProvider } from '../../platform/keyboard/shortcuts-provider.tsx';
import { LiveProvider } from '../../platform/live/live-provider.tsx';
import { ToastsProvider } from '../../platform/toasts/toasts-provider.tsx';
import { ShellFrame } from './shell-frame.tsx';
import { ViewerGate } from './viewer-gate.tsx';

/** Everything around a workspace's pages. `key` by slug: another workspace starts with empty caches and its own socket. */
export function WorkspaceShell({ slug, children }: { slug: string; children: ReactNode }) {
  return (
    <GraphqlProvider key={slug} workspace={slug}>
      <LiveProvider workspace={slug}>
        <ShortcutsProvider>
          <ToastsProvider>
            <ViewerGate slug={slug}>
              <ShellFrame>{children}</ShellFrame>
            </ViewerGate>
          </ToastsProvider>
        </ShortcutsProvider>
      </LiveProvider>
    </GraphqlProvider>
  );
}
