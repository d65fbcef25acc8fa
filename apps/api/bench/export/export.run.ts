import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { Passwords } from '../../src/workspaces/passwords.ts';
import type { BenchRun, Measurement } from '../bench.ts';
import { fillBuyers } from '../buyers/fill-buyers.ts';
import { SIGN_IN } from '../inbox/inbox-page.operation.ts';
import { signInTo } from '../inbox/inbox-servers.ts';
import { startApi } from '../run/api-process.ts';
import { startScratchServer } from '../run/scratch-server.ts';
import { median, percentile, rounded } from '../run/statistics.ts';
import { fillOrders } from './fill-orders.ts';
import { PLAIN_COPIES, type MeasuredList } from './plain-copies.ts';

/** Half the bytes per second of COPY alone: what guarding, wording, zones, HTTP and a second process may cost. */
const GOAL = 0.5;
const ROUNDS = 5;

/** Bytes that came, and how long they took. */
interface Download {
  readonly bytes: number;
  readonly rows: number;
  readonly ms: number;
}

/** See `EXPORT`. */
export async function run(bench: BenchRun): Promise<Measurement[]> {
  const credentials = { email: 'bench@dangol.test', password: 'no secret in a bench' };
  const passwordHash = await new Passwords().hash(credentials.password);
  const server = await startScratchServer(bench);
  bench.log(`filling ${bench.scale} buyers and orders`);
  const databaseUrl = await server.makeDatabase('export');
  const client = new pg.Client(databaseUrl);
  await client.connect();
  bench.belongings.add('a connection', () => client.end());
  await fillBuyers(client, bench.scale, { email: credentials.email, passwordHash }, new Date());
  await fillOrders(client);
  const port = await startApi(bench, { what: 'api-export', databaseUrl, folder: server.folder, operations: [SIGN_IN] });
  const { cookie, workspaceIds } = await signInTo(port, credentials);
  const measurements: Measurement[] = [];
  for (const list of Object.keys(PLAIN_COPIES) as MeasuredList[]) {
    const ours = () => download(`http://127.0.0.1:${port}/exports/${list}.csv?workspace=${workspaceIds[0]}`, cookie);
    measurements.push(await measure(bench, list, ours, () => copy(client, PLAIN_COPIES[list])));
  }
  return measurements;
}

async function measure(
  { scale, log }: BenchRun,
  list: MeasuredList,
  ours: () => Promise<Download>,
  reference: () => Promise<Download>,
): Promise<Measurement> {
  const [first, plain] = [await ours(), await reference()];
  for (const [what, { rows, bytes }] of Object.entries({ ours: first, plain }))
    if (rows !== scale + (what === 'ours' ? 1 : 0)) throw new Error(`${list}, ${what}: ${rows} lines, ${bytes} bytes`);
  log(`${list}: ${first.bytes} bytes over HTTP, ${plain.bytes} by COPY`);
  const rounds: { ours: Download; reference: Download }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = round % 2 === 0 ? await ours() : null;
    const referenced = await reference();
    rounds.push({ ours: before ?? (await ours()), reference: referenced });
  }
  const times = rounds.map((round) => round.ours.ms);
  const line = {
    name: `export-${list}`,
    ours: rounded(median(rounds.map((round) => rateOf(round.ours)))),
    reference: rounded(median(rounds.map((round) => rateOf(round.reference)))),
    ratio: rounded(median(rounds.map((round) => rateOf(round.ours) / rateOf(round.reference)))),
    unit: 'bytes/s',
    p50: rounded(percentile(times, 0.5)),
    p99: rounded(percentile(times, 0.99)),
    n: rounds.length,
  };
  return { line, goal: GOAL };
}

const rateOf = ({ bytes, ms }: Download): number => bytes / (ms / 1000);

async function download(address: string, cookie: string): Promise<Download> {
  const start = performance.now();
  const answer = await fetch(address, { headers: { cookie } });
  if (answer.status !== 200 || !answer.body) throw new Error(`${answer.status}: ${await answer.text()}`);
  return counted(answer.body, start);
}

function copy(client: pg.Client, sql: string): Promise<Download> {
  const start = performance.now();
  return counted(client.query(copyTo(`copy (${sql}) to stdout (format csv)`)), start);
}

/** Reads to the end; no cell of the bench holds a line break. */
async function counted(chunks: AsyncIterable<Uint8Array>, start: number): Promise<Download> {
  let [bytes, rows] = [0, 0];
  for await (const chunk of chunks) {
    bytes += chunk.length;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows += 1;
  }
  return { bytes, rows, ms: performance.now() - start };
}
