import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import pg from 'pg';
import type { LoadReport } from '../load/load.protocol.ts';
import { deliveryBody } from './delivery.ts';
import type { DeliverOrder, IngestOrder, InsertOrder } from './ingest.protocol.ts';

/** A server that does not answer any more ends the round. */
const ANSWER_MS = 20_000;

process.on('message', (order: IngestOrder) => {
  void (order.kind === 'deliver' ? deliver(order) : insert(order)).then((report) => process.send?.(report));
});

function deliver(order: DeliverOrder): Promise<LoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: order.connections });
  const callers = Array.from({ length: order.connections }, () => (index: number) => post(agent, order, index));
  return inTurn(order, callers).finally(() => agent.destroy());
}

/** The floor: what a database takes when every row has its own connection, statement and commit. */
async function insert(order: InsertOrder): Promise<LoadReport> {
  const clients = Array.from({ length: order.connections }, () => new pg.Client(order.url));
  await Promise.all(clients.map((client) => client.connect()));
  const report = await inTurn(
    order,
    clients.map((client) => async (index: number) => {
      const text = 'insert into single_rows (id, external_id, body) values (gen_random_uuid(), $1, $2)';
      const values = [`${order.round}-${index}`, Buffer.from(deliveryBody(order.round, index, order.messages))];
      await client.query({ name: 'single-row', text, values });
      return null;
    }),
  );
  await Promise.all(clients.map((client) => client.end()));
  return report;
}

/** Every caller takes the next message as soon as its last one is answered. */
async function inTurn(
  { messages }: IngestOrder,
  callers: readonly ((index: number) => Promise<string | null>)[],
): Promise<LoadReport> {
  const latencies: number[] = [];
  const failures: string[] = [];
  const started = performance.now();
  let next = 0;
  await Promise.all(
    callers.map(async (call) => {
      while (next < messages) {
        const index = next++;
        const asked = performance.now();
        const failure = await call(index);
        if (failure) failures.push(failure);
        else latencies.push(performance.now() - asked);
      }
    }),
  );
  return { milliseconds: performance.now() - started, latencies: Float64Array.from(latencies), failures };
}

function post(agent: Agent, order: DeliverOrder, index: number): Promise<string | null> {
  const body = Buffer.from(deliveryBody(order.round, index, order.messages));
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', order.secret).update(`${timestamp}.`).update(body).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'content-length': body.length,
    'x-dangol-timestamp': timestamp,
    'x-dangol-signature': `v1=${signature}`,
  };
  return new Promise((resolve) => {
    const { port, path } = order;
    const sent = request(
      { host: '127.0.0.1', port, path, method: 'POST', headers, agent, timeout: ANSWER_MS },
      (answer) => {
        answer.resume();
        answer.on('error', (error) => resolve(String(error)));
        answer.on('end', () => resolve(answer.statusCode === 202 ? null : `status ${answer.statusCode}`));
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('no answer')));
    sent.on('error', (error) => resolve(String(error)));
    sent.end(body);
  });
}
