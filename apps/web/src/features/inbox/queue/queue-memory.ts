import type { Client } from 'urql';

/** How a list was left: what was loaded of it, how far it was scrolled, and the row that was read. */
export interface LeftList<Shown> {
  shown: Shown;
  scrollTop: number;
  rowId: string | null;
}

/** By client, so that one workspace's rows never come up in another; by list below that. */
const left = new WeakMap<Client, Map<string, LeftList<unknown>>>();
/** Lists that are kept; going back further starts at the top. */
const MOST_LISTS = 5;
let poppedTo: string | null = null;

const presentAddress = () => window.location.pathname + window.location.search;

if (typeof window !== 'undefined') {
  // Where a browser tells it before it goes there: the router draws the page ahead of any other listener of `popstate`.
  if ('navigation' in window)
    window.navigation.addEventListener('navigate', ({ navigationType, destination }) => {
      const { pathname, search } = new URL(destination.url);
      if (navigationType === 'traverse') poppedTo = pathname + search;
    });
  else
    (window as Window).addEventListener('popstate', () => {
      poppedTo = presentAddress();
    });
}

/** Remembers a list as its reader leaves it. */
export function leaveList<Shown>(client: Client, key: string, list: LeftList<Shown>): void {
  poppedTo = null;
  const lists = left.get(client) ?? new Map<string, LeftList<unknown>>();
  lists.delete(key);
  lists.set(key, list);
  for (const oldest of [...lists.keys()].slice(0, -MOST_LISTS)) lists.delete(oldest);
  left.set(client, lists);
}

/** The list as it was left, for a reader who came back by the browser's Back or Forward; null for one who came by a link. */
export function listLeftBehind<Shown>(client: Client, key: string): LeftList<Shown> | null {
  if (typeof window === 'undefined' || poppedTo !== presentAddress()) return null;
  return (left.get(client)?.get(key) as LeftList<Shown> | undefined) ?? null;
}
