import { newId } from '@dangol/db';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import request from 'supertest';
import type { Response } from 'supertest';
import { signWebhook } from '../../src/channels/webhook-signature.ts';
import { ok } from './graphql.ts';
import type { TestMember } from './people.ts';
import type { TestApp } from './test-app.ts';

/** A webhook channel of a test, as its connector knows it. */
export interface TestChannel {
  readonly id: string;
  readonly key: string;
  readonly secret: string;
}

const CREATE = `mutation ($input: CreateChannelInput!) { createChannel(input: $input) {
  __typename ... on Refusal { code message } ... on ChannelSaved { signingSecret channel { id key } } } }`;

/** Makes a webhook channel through the API. */
export async function newChannel(
  app: TestApp,
  owner: TestMember,
  deliveryUrl: string | null = null,
): Promise<TestChannel> {
  const id = newId();
  const input = { id, name: `Channel ${id.slice(-6)}`, platform: 'ALIBABA', deliveryUrl };
  const { createChannel } = await ok<{ createChannel: { signingSecret: string; channel: { key: string } } }>(
    app,
    owner,
    CREATE,
    { input },
  );
  return { id, key: createChannel.channel.key, secret: createChannel.signingSecret };
}

/** A complete body around the given fields. */
export function inquiry(externalId: string, fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    externalId,
    sentAt: new Date().toISOString(),
    conversation: { externalId: `thread-${externalId}` },
    sender: { externalId: `sender-${externalId}`, name: `Buyer ${externalId}`, country: 'HU', platformLevel: 'L2' },
    text: 'Hello, what is your minimum order quantity?',
    ...fields,
  };
}

/** Posts a body to a channel as its connector would; `headers` replaces signature and timestamp. */
export function post(
  app: { url: string },
  channel: Pick<TestChannel, 'key' | 'secret'>,
  body: unknown,
  headers: { timestamp?: string; signature?: string } = {},
): Promise<Response> {
  const raw = typeof body === 'string' ? body : JSON.stringify(body);
  const timestamp = headers.timestamp ?? String(Math.floor(Date.now() / 1000));
  return request(app.url)
    .post(`/channels/${channel.key}/messages`)
    .set('content-type', 'application/json')
    .set('x-dangol-timestamp', timestamp)
    .set('x-dangol-signature', headers.signature ?? signWebhook(channel.secret, timestamp, raw))
    .send(raw);
}

/** The channel's own server: takes our replies and keeps them. */
export interface ReplyEndpoint {
  readonly url: string;
  readonly received: { externalId: string; text: string; conversation: { externalId: string } }[];
  stop(): void;
}

/** Starts it on a free port of this machine. */
export async function startReplyEndpoint(): Promise<ReplyEndpoint> {
  const received: ReplyEndpoint['received'] = [];
  const server: Server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      received.push(JSON.parse(Buffer.concat(chunks).toString()) as ReplyEndpoint['received'][number]);
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Pause between two looks: short against what is waited for, long enough to leave the machine to it. */
const LOOK_AGAIN_MS = 40;

/** Asks until the answer satisfies, for what the worker does in its own time. Fails with the last answer after a minute. */
export async function eventually<T>(ask: () => Promise<T>, satisfies: (answer: T) => boolean): Promise<T> {
  const until = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (Date.now() > until) throw new Error(`never satisfied; the last answer was ${JSON.stringify(answer)}`);
    await pause(LOOK_AGAIN_MS);
  }
}
