import pg from 'pg';
import { Passwords } from '../../src/workspaces/passwords.ts';
import type { BenchRun, Measurement } from '../bench.ts';
import { startLoadProcess } from '../load/load-process.ts';
import type { PutLoad } from '../load/load-process.ts';
import type { LoadTarget } from '../load/load.protocol.ts';
import { alternate, latenciesOf, rateOf } from '../run/rounds.ts';
import { startScratchServer } from '../run/scratch-server.ts';
import type { ScratchServer } from '../run/scratch-server.ts';
import { median, percentile, rounded } from '../run/statistics.ts';
import { fillInbox } from './fill-inbox.ts';
import { inboxScale } from './inbox-scale.ts';
import { assertSamePages, startBareInbox, startOurInbox } from './inbox-servers.ts';

/** Our requests per second over those of the bare server (issue 2, "Done when"). */
const GOAL_OF_BARE = 0.6;
/** The time with a tenth of the data over the time with all of it: at most 1.2 times as long. */
const GOAL_OF_GROWTH = 1 / 1.2;
const GROWTH = 10;
/** With fewer conversations the page would not be full, and a shorter page is no comparison. */
const SMALLEST = 10_000;

const CONNECTIONS = 16;
const WARM_UP_MS = 5_000;
const ROUNDS = 9;
const ROUND_MS = 2_000;
const LATENCY_ROUNDS = 11;
const LATENCY_ROUND_MS = 1_000;

/** See `INBOX`. */
export async function run(bench: BenchRun): Promise<Measurement[]> {
  const credentials = { email: 'bench@dangol.test', password: 'no secret in a bench' };
  const passwordHash = await new Passwords().hash(credentials.password);
  const account = { email: credentials.email, passwordHash };
  const server = await startScratchServer(bench);
  const { folder } = server;
  const smallUrl = await filled(bench, server, 'small', Math.max(bench.scale / GROWTH, SMALLEST), account);
  const largeUrl = await filled(bench, server, 'large', bench.scale, account);

  const small = await startOurInbox(bench, { what: 'api-small', databaseUrl: smallUrl, folder }, credentials);
  const large = await startOurInbox(bench, { what: 'api-large', databaseUrl: largeUrl, folder }, credentials);
  const bare = await startBareInbox(bench, largeUrl, large.workspaceIds);
  await assertSamePages(large, bare);

  const putLoad = startLoadProcess(bench.belongings);
  const targets = {
    small: (await small.look()).target,
    large: (await large.look()).target,
    bare: (await bare.look()).target,
  };
  for (const [name, target] of Object.entries(targets)) {
    bench.log(`warming up: ${name}`);
    await putLoad({ target, connections: CONNECTIONS, milliseconds: WARM_UP_MS });
  }
  return [
    await compareThroughput(bench, putLoad, targets.large, targets.bare),
    await compareLatency(bench, putLoad, targets.large, targets.small),
  ];
}

async function filled(
  { log }: BenchRun,
  server: ScratchServer,
  name: string,
  conversations: number,
  account: Parameters<typeof fillInbox>[2],
): Promise<string> {
  const scale = inboxScale(conversations);
  log(`filling ${name}: ${JSON.stringify(scale)}`);
  const url = await server.makeDatabase(name);
  const client = new pg.Client(url);
  await client.connect();
  await fillInbox(client, scale, account, new Date());
  await client.end();
  return url;
}

/** Requests per second at sixteen connections. */
async function compareThroughput(
  bench: BenchRun,
  putLoad: PutLoad,
  ourTarget: LoadTarget,
  bareTarget: LoadTarget,
): Promise<Measurement> {
  const options = { connections: CONNECTIONS, milliseconds: ROUND_MS };
  const rounds = await alternate(ROUNDS, {
    ours: () => putLoad({ target: ourTarget, ...options }),
    reference: () => putLoad({ target: bareTarget, ...options }),
  });
  const rates = rounds.map(({ ours, reference }) => ({ ours: rateOf(ours), reference: rateOf(reference) }));
  bench.log(
    `of the bare server, by round: ${rates.map(({ ours, reference }) => (ours / reference).toFixed(2)).join(' ')}`,
  );
  const line = {
    name: 'inbox',
    ours: rounded(median(rates.map(({ ours }) => ours))),
    reference: rounded(median(rates.map(({ reference }) => reference))),
    ratio: rounded(median(rates.map(({ ours, reference }) => ours / reference))),
    unit: 'requests/s',
    ...latenciesOf(rounds.map(({ ours }) => ours)),
  };
  return { line, goal: GOAL_OF_BARE };
}

/** Median time of an answer when one caller asks after the other: what the amount of data adds. */
async function compareLatency(
  bench: BenchRun,
  putLoad: PutLoad,
  largeTarget: LoadTarget,
  smallTarget: LoadTarget,
): Promise<Measurement> {
  const options = { connections: 1, milliseconds: LATENCY_ROUND_MS };
  const rounds = await alternate(LATENCY_ROUNDS, {
    ours: () => putLoad({ target: largeTarget, ...options }),
    reference: () => putLoad({ target: smallTarget, ...options }),
  });
  const times = rounds.map(({ ours, reference }) => ({
    ours: percentile(ours.latencies, 0.5),
    reference: percentile(reference.latencies, 0.5),
  }));
  bench.log(
    `p50 in ms, large/small: ${times.map(({ ours, reference }) => `${ours.toFixed(2)}/${reference.toFixed(2)}`).join(' ')}`,
  );
  const line = {
    name: 'inbox-growth',
    ours: rounded(median(times.map(({ ours }) => ours))),
    reference: rounded(median(times.map(({ reference }) => reference))),
    ratio: rounded(median(times.map(({ ours, reference }) => reference / ours))),
    unit: 'ms p50',
    ...latenciesOf(rounds.map(({ ours }) => ours)),
  };
  return { line, goal: GOAL_OF_GROWTH };
}
