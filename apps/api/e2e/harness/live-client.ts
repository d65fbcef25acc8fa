import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Session } from './graphql.ts';
import type { TestApp } from './test-app.ts';

/** Why a socket closed. */
export interface Closed {
  readonly code: number;
  readonly reason: string;
}

/** A subscription of a test. */
export interface LiveClient<Event> {
  /** The next event; rejects when the subscription ended or failed. */
  next(): Promise<Event>;
  /** Resolves when the socket closes. */
  readonly closed: Promise<Closed>;
  /** Resolves when the server has accepted the socket. */
  readonly connected: Promise<void>;
  stop(): Promise<void>;
}

const WORKSPACE_EVENTS = `subscription ($after: BigInt) {
  workspaceEvents(after: $after) { position at verb subjectKind subjectId buyerId conversationId actorKind actorId }
}`;

/** An event of the log as sockets get it. */
export interface LiveEvent {
  readonly position: string;
  readonly verb: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly buyerId: string | null;
  readonly conversationId: string | null;
  readonly actorKind: string;
  readonly actorId: string | null;
}

/** Follows the events of the session's workspace. `origin` plays a browser on another page. */
export function followEvents(
  app: TestApp,
  session: Session | null,
  options: { after?: string; origin?: string; query?: string } = {},
): LiveClient<LiveEvent> {
  const connected = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<Closed>();
  connected.promise.catch(() => undefined);
  const headers = {
    ...(session?.cookie ? { cookie: session.cookie } : {}),
    ...(options.origin ? { origin: options.origin } : {}),
  };
  class CallersSocket extends WebSocket {
    constructor(address: string, protocols?: string | string[]) {
      super(address, protocols, { headers });
    }
  }
  const client = createClient({
    url: `${app.url.replace('http:', 'ws:')}/graphql`,
    webSocketImpl: CallersSocket,
    connectionParams: { token: session?.token, workspace: session?.workspace },
    retryAttempts: 0,
    lazy: true,
    on: {
      connected: () => connected.resolve(),
      error: (error) => connected.reject(asError(error)),
      closed: (event) => {
        const { code, reason } = event as Closed;
        connected.reject(new Error(`closed with ${code} ${reason}`));
        closed.resolve({ code, reason });
      },
    },
  });
  const events = client.iterate<{ workspaceEvents: LiveEvent }>({
    query: options.query ?? WORKSPACE_EVENTS,
    variables: { after: options.after ?? null },
  });
  return {
    connected: connected.promise,
    closed: closed.promise,
    async next() {
      const { value, done } = await events.next().catch((error: unknown) => Promise.reject(asError(error)));
      if (done) throw new Error('the subscription ended');
      if (value.errors) throw new Error(JSON.stringify(value.errors));
      return (value.data as { workspaceEvents: LiveEvent }).workspaceEvents;
    },
    async stop() {
      await events.return?.();
      await client.dispose();
    },
  };
}

/** graphql-ws rejects with lists of GraphQL errors and with close events too. */
function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(JSON.stringify(thrown));
}
