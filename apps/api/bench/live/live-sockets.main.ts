import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import { sharedNow, type LiveOrder, type LiveReport, type LiveTarget, type Received } from './live.protocol.ts';

const QUERY = `subscription { workspaceEvents { position at verb subjectKind subjectId buyerId conversationId actorKind actorId } }`;
const POLL_MS = 5;

interface Follower {
  readonly workspaceId: string;
  received: Received[];
  close(): Promise<void>;
}

let followers: Follower[] = [];

process.on('message', (order: LiveOrder) => {
  void obey(order).then((report) => process.send?.(report));
});

async function obey(order: LiveOrder): Promise<LiveReport> {
  if (order.kind === 'open') {
    const { target, workspaceIds, sockets } = order;
    for (let from = 0; from < sockets; from += workspaceIds.length)
      followers.push(...(await Promise.all(workspaceIds.map((workspaceId) => follow(target, workspaceId)))));
    return { kind: 'opened', perSocket: [] };
  }
  if (order.kind === 'close') {
    await Promise.all(followers.map((follower) => follower.close()));
    followers = [];
    return { kind: 'closed', perSocket: [] };
  }
  const deadline = performance.now() + order.patienceMs;
  while (followers.some(({ received }) => received.length < order.events) && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  const perSocket = followers.map(({ workspaceId, received }) => ({ workspaceId, received }));
  for (const follower of followers) follower.received = [];
  return { kind: 'collected', perSocket };
}

function follow(target: LiveTarget, workspaceId: string): Promise<Follower> {
  return target.kind === 'product' ? followProduct(target, workspaceId) : followBare(target, workspaceId);
}

async function followProduct({ port, cookie }: LiveTarget, workspaceId: string): Promise<Follower> {
  class SignedInSocket extends WebSocket {
    constructor(address: string, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie } });
    }
  }
  const connected = Promise.withResolvers<void>();
  const client: Client = createClient({
    url: `ws://127.0.0.1:${port}/graphql`,
    webSocketImpl: SignedInSocket,
    connectionParams: { workspace: workspaceId },
    retryAttempts: 0,
    lazy: false,
    onNonLazyError: (error) => connected.reject(error),
    on: { connected: () => connected.resolve() },
  });
  await connected.promise;
  const follower: Follower = { workspaceId, received: [], close: async () => client.dispose() };
  client.subscribe<{ workspaceEvents: { subjectId: string } }>(
    { query: QUERY },
    {
      next: ({ data }) => {
        if (data) follower.received.push({ subjectId: data.workspaceEvents.subjectId, atMs: sharedNow() });
      },
      error: (error) => {
        throw error instanceof Error ? error : new Error(JSON.stringify(error));
      },
      complete: () => undefined,
    },
  );
  return follower;
}

function followBare({ port }: LiveTarget, workspaceId: string): Promise<Follower> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/?workspace=${workspaceId}`);
  const follower: Follower = { workspaceId, received: [], close: async () => socket.close() };
  socket.on('message', (data: Buffer) => {
    const { subjectId } = JSON.parse(data.toString('utf8')) as { subjectId: string };
    follower.received.push({ subjectId, atMs: sharedNow() });
  });
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(follower));
    socket.on('error', reject);
  });
}
