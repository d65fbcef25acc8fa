/** One socket's way in: to the product with a session and a workspace, to the bare server with the workspace alone. */
export interface LiveTarget {
  readonly kind: 'product' | 'bare';
  readonly port: number;
  readonly cookie: string;
}

/** Orders to the process that holds the sockets. */
export type LiveOrder =
  | {
      readonly kind: 'open';
      readonly target: LiveTarget;
      readonly workspaceIds: readonly string[];
      readonly sockets: number;
    }
  /** Collects until `events` events of each workspace have reached all of its sockets. */
  | { readonly kind: 'collect'; readonly events: number; readonly patienceMs: number }
  | { readonly kind: 'close' };

/** An event as a socket got it: which, and at which instant of the machine's own clock. */
export interface Received {
  readonly subjectId: string;
  readonly atMs: number;
}

/** What every socket got, in the order in which it came. */
export interface LiveReport {
  readonly kind: 'opened' | 'collected' | 'closed';
  readonly perSocket: readonly { readonly workspaceId: string; readonly received: readonly Received[] }[];
}

/** An instant that two processes of one machine agree about, in milliseconds with fractions. */
export function sharedNow(): number {
  return performance.timeOrigin + performance.now();
}
