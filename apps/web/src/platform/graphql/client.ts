import { Client, cacheExchange, fetchExchange, mapExchange } from 'urql';
import { toFailure } from './failure.ts';
import { persistedExchange } from './persisted-exchange.ts';

export interface ClientOptions {
  /** Slug of the workspace that the address names; null on pages outside a workspace. */
  workspace: string | null;
  onUnauthenticated: () => void;
}

/** One client per workspace: its cache must never serve another workspace's rows. */
export function createGraphqlClient({ workspace, onUnauthenticated }: ClientOptions): Client {
  const headers: Record<string, string> = workspace === null ? {} : { 'X-Dangol-Workspace': workspace };
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin', headers },
    exchanges: [
      cacheExchange,
      mapExchange({
        onError: (error) => {
          if (toFailure(error).kind === 'unauthenticated') onUnauthenticated();
        },
      }),
      persistedExchange,
      fetchExchange,
    ],
  });
}

/** The sign-in page, remembering where to come back to. */
export function signInAddress(returnTo: string): string {
  return returnTo === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(returnTo)}`;
}

/** Only a path of this site may be a return address: anything else could send a signed-in person to a stranger's page. */
export function safeReturnAddress(next: string | null): string | null {
  if (next === null || !/^\/(?![/\\])/.test(next) || /[\u0000-\u001f\\]/.test(next)) return null;
  return next;
}
