import { createHmac } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIRequestContext } from 'playwright-core';
import { v7 as newId } from 'uuid';
import { DEMO } from './browser.ts';
import type { Product } from './product.ts';

/** A webhook channel as the operator of its connector knows it. */
export interface Connector {
  readonly address: string;
  readonly secret: string;
}

/** Makes a channel as the signed-in owner; replies go to `deliveryUrl`. */
export async function newConnector(
  product: Product,
  owner: APIRequestContext,
  deliveryUrl: string,
): Promise<Connector> {
  const id = newId();
  const query = `mutation ($input: CreateChannelInput!) { createChannel(input: $input) { ... on ChannelSaved { signingSecret channel { key } } } }`;
  const input = { id, name: `Test ${id.slice(-6)}`, platform: 'ALIBABA', deliveryUrl };
  const response = await owner.post(`${product.origin}/graphql`, {
    headers: { 'x-dangol-workspace': DEMO.workspace },
    data: { query, variables: { input } },
  });
  const { data } = (await response.json()) as {
    data: { createChannel: { signingSecret: string; channel: { key: string } } };
  };
  return {
    address: `${product.origin}/channels/${data.createChannel.channel.key}/messages`,
    secret: data.createChannel.signingSecret,
  };
}

/** Delivers an inquiry with curl, as the README shows it; answers the HTTP status. */
export function curl(connector: Connector, body: Record<string, unknown>): number {
  const raw = JSON.stringify(body);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', connector.secret).update(`${timestamp}.${raw}`).digest('hex');
  const headers = [
    'Content-Type: application/json',
    `X-Dangol-Timestamp: ${timestamp}`,
    `X-Dangol-Signature: v1=${signature}`,
  ];
  const flags = headers.flatMap((header) => ['-H', header]);
  const status = execFileSync(
    'curl',
    ['-sS', '-o', '/dev/null', '-w', '%{http_code}', ...flags, '--data-binary', '@-', connector.address],
    { input: raw },
  );
  return Number(status.toString());
}

/** The channel's own server: takes our replies and keeps them. */
export interface ReplyEndpoint {
  readonly url: string;
  readonly received: { externalId: string; text: string }[];
  stop(): void;
}

/** Starts it on a free port of this machine. */
export async function startReplyEndpoint(): Promise<ReplyEndpoint> {
  const received: ReplyEndpoint['received'] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      received.push(JSON.parse(Buffer.concat(chunks).toString()) as ReplyEndpoint['received'][number]);
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
