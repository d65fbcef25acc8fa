import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { encodeChannelKey } from '../../src/channels/channel-key.ts';
import { SecretBox } from '../../src/platform/secrets/secret-box.ts';
import type { BenchRun, Measurement } from '../bench.ts';
import type { LoadReport } from '../load/load.protocol.ts';
import { startApi } from '../run/api-process.ts';
import { nextMessage, startProcess } from '../run/processes.ts';
import { latenciesOf } from '../run/rounds.ts';
import { startScratchServer, type ScratchServer } from '../run/scratch-server.ts';
import { median, rounded } from '../run/statistics.ts';
import { PER_THREAD } from './delivery.ts';
import { SIGNING_SECRET, fillIngest, type IngestChannel } from './fill-ingest.ts';
import type { IngestOrder } from './ingest.protocol.ts';

/** Messages applied per second over single rows committed per second (issue 5, "Speed"). */
const GOAL_OF_ROWS = 0.25;
/** Cost per message with few messages stored over that with many: at most 1.2 times as dear. */
const GOAL_OF_GROWTH = 1 / 1.2;
const SMALL = 10_000;

const CONNECTIONS = 32;
const WARM_UP = 1_500;
const MESSAGES = 2_000;
const ROUNDS = 7;
const POLL_MS = 10;
const APPLY_PATIENCE_MS = 120_000;

/** A server of ours on one amount of data. */
interface Product {
  /** Sends the messages of a round, and waits until every one of them has had all its effects. */
  take(round: string, messages: number): Promise<LoadReport>;
}

type Order = (order: IngestOrder) => Promise<LoadReport>;

/** See `INGEST`. */
export async function run(bench: BenchRun): Promise<Measurement[]> {
  const key = randomBytes(32);
  const secrets = new SecretBox([{ id: 'bench', key }]);
  const server = await startScratchServer(bench);
  const order = startLoad(bench);
  const small = await startProduct(bench, server, order, { name: 'small', messages: SMALL, key, secrets });
  const large = await startProduct(bench, server, order, { name: 'large', messages: bench.scale, key, secrets });
  const rowsUrl = server.urlOf('small');
  for (const [name, product] of Object.entries({ small, large })) {
    bench.log(`warming up: ${name}`);
    await product.take(`warm-${name}`, WARM_UP);
  }
  await order({ kind: 'insert', url: rowsUrl, connections: CONNECTIONS, round: 'warm', messages: WARM_UP });

  const rounds: { small: LoadReport; large: LoadReport; rows: LoadReport }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Who begins alternates, so that what changes slowly favours neither.
    const inTurn = round % 2 === 0 ? [small, large] : [large, small];
    const [first, second] = [
      await inTurn[0]!.take(`r${round}-1`, MESSAGES),
      await inTurn[1]!.take(`r${round}-2`, MESSAGES),
    ];
    const rows = await order({
      kind: 'insert',
      url: rowsUrl,
      connections: CONNECTIONS,
      round: `r${round}`,
      messages: MESSAGES,
    });
    rounds.push(round % 2 === 0 ? { small: first, large: second, rows } : { small: second, large: first, rows });
  }
  return measure(bench, rounds);
}

function measure(
  bench: BenchRun,
  rounds: readonly { small: LoadReport; large: LoadReport; rows: LoadReport }[],
): Measurement[] {
  const rate = ({ milliseconds }: LoadReport): number => MESSAGES / (milliseconds / 1000);
  const shown = rounds.map(({ small, large, rows }) => [small, large, rows].map((report) => rate(report).toFixed(0)));
  bench.log(`per second, small/large/rows: ${shown.map((three) => three.join('/')).join(' ')}`);
  return [
    {
      line: {
        name: 'ingest',
        ours: rounded(median(rounds.map(({ large }) => rate(large)))),
        reference: rounded(median(rounds.map(({ rows }) => rate(rows)))),
        ratio: rounded(median(rounds.map(({ large, rows }) => rate(large) / rate(rows)))),
        unit: 'messages/s',
        ...latenciesOf(rounds.map(({ large }) => large)),
      },
      goal: GOAL_OF_ROWS,
    },
    {
      line: {
        name: 'ingest-growth',
        ours: rounded(median(rounds.map(({ large }) => large.milliseconds / MESSAGES))),
        reference: rounded(median(rounds.map(({ small }) => small.milliseconds / MESSAGES))),
        ratio: rounded(median(rounds.map(({ small, large }) => small.milliseconds / large.milliseconds))),
        unit: 'ms per message',
        ...latenciesOf(rounds.map(({ large }) => large)),
      },
      goal: GOAL_OF_GROWTH,
    },
  ];
}

function startLoad({ belongings }: BenchRun): Order {
  const what = 'the delivering process';
  const child = startProcess(belongings, { what, module: new URL('./ingest-load.main.js', import.meta.url) });
  return async (order) => {
    child.send(order);
    const report = await nextMessage<LoadReport>(child, what);
    if (report.failures.length > 0)
      throw new Error(`${report.failures.length} answers were wrong, for instance: ${report.failures[0]}`);
    return report;
  };
}

async function startProduct(
  bench: BenchRun,
  server: ScratchServer,
  order: Order,
  { name, messages, key, secrets }: { name: string; messages: number; key: Buffer; secrets: SecretBox },
): Promise<Product> {
  bench.log(`filling ${name}: ${messages} messages`);
  const databaseUrl = await server.makeDatabase(name);
  const client = new pg.Client(databaseUrl);
  await client.connect();
  bench.belongings.add(`connection to ${name}`, () => client.end());
  const channel = await fillIngest(client, messages, secrets);
  const port = await startApi(bench, {
    what: `api-${name}`,
    databaseUrl,
    folder: server.folder,
    operations: [],
    env: {
      DANGOL_ROLE: 'both',
      DANGOL_SECRET_KEYS: `bench:${key.toString('base64')}`,
    },
  });
  const path = `/channels/${encodeChannelKey(channel)}/messages`;
  return {
    take: async (round, count) => {
      const before = performance.now();
      const report = await order({
        kind: 'deliver',
        port,
        path,
        secret: SIGNING_SECRET,
        connections: CONNECTIONS,
        round,
        messages: count,
      });
      await allApplied(client);
      const milliseconds = performance.now() - before;
      await checkEffects(client, channel, round, count);
      return { ...report, milliseconds };
    },
  };
}

/** Until no delivery waits to be applied; only the queue is looked at, which is small. */
async function allApplied(client: pg.Client): Promise<void> {
  for (const deadline = performance.now() + APPLY_PATIENCE_MS; ; await setTimeout(POLL_MS)) {
    const { rows } = await client.query<{ attempts: number; error: string | null }>(
      `select j.attempts, j.last_error as error from jobs._private_jobs j join jobs._private_tasks t on t.id = j.task_id
       where t.identifier = 'apply-inbound-message' order by j.attempts desc limit 1`,
    );
    if (rows.length === 0) return;
    if (performance.now() > deadline)
      throw new Error(`the deliveries were not applied in time: ${rows[0]?.attempts} attempts, ${rows[0]?.error}`);
  }
}

/** Every message is in a thread of a buyer, with its clock; drafts were asked for. Then the drafts are dropped: the next round begins even. */
async function checkEffects(
  client: pg.Client,
  { workspaceId, channelId }: IngestChannel,
  round: string,
  count: number,
): Promise<void> {
  const threads = Math.ceil(count / PER_THREAD);
  const { rows } = await client.query<{ applied: number; threads: number; clocks: number; drafts: number }>(
    `with threads as (select id from conversations where workspace_id = $1 and channel_id = $2 and external_id like $3 || '-thread-%')
     select
       (select count(*)::int from inbound_messages where workspace_id = $1 and channel_id = $2 and external_id like $3 || '-%' and status = 'applied') as applied,
       (select count(*)::int from threads) as threads,
       (select count(*)::int from inquiries i join threads t on t.id = i.conversation_id where i.workspace_id = $1 and i.status = 'open') as clocks,
       (select count(distinct m.conversation_id)::int from threads t join messages m on m.workspace_id = $1 and m.conversation_id = t.id
        where exists (select from jobs._private_jobs j where j.key = 'prepare-draft:' || $1 || ':draft:' || m.id)
          or exists (select from drafts d where d.workspace_id = $1 and d.conversation_id = t.id)) as drafts`,
    [workspaceId, channelId, round],
  );
  const found = rows[0]!;
  const wanted = { applied: count, threads, clocks: threads, drafts: threads };
  if (JSON.stringify(found) !== JSON.stringify(wanted))
    throw new Error(`the round ${round} has left ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
  await client.query(
    `delete from jobs._private_jobs j using jobs._private_tasks t where t.id = j.task_id and t.identifier = 'prepare-draft' and j.locked_at is null`,
  );
}
