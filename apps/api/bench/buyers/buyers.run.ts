import pg from 'pg';
import { Passwords } from '../../src/workspaces/passwords.ts';
import type { BenchRun, Measurement } from '../bench.ts';
import { SIGN_IN } from '../inbox/inbox-page.operation.ts';
import { answerTo, JSON_HEADERS, persisted, signInTo } from '../inbox/inbox-servers.ts';
import { startLoadProcess, type PutLoad } from '../load/load-process.ts';
import type { LoadRequest, LoadTarget } from '../load/load.protocol.ts';
import { startApi } from '../run/api-process.ts';
import { alternate, latenciesOf } from '../run/rounds.ts';
import { startScratchServer } from '../run/scratch-server.ts';
import { median, percentile, rounded } from '../run/statistics.ts';
import { BUYER_BY_KEY, BUYER_SEARCH, QUERIES, type BuyerSearchAnswer } from './buyers.operation.ts';
import { fillBuyers } from './fill-buyers.ts';

/** A search that answers with up to twenty buyers may take as long as five reads of one by its key; the slowest of a hundred twelve. */
const GOALS = { p50: 1 / 5, p99: 1 / 12 };
const PAGE = 20;
const KEYS = 200;
const WARM_UP_MS = 5_000;
const ROUNDS = 9;
const ROUND_MS = 2_000;

/** See `BUYERS`. */
export async function run(bench: BenchRun): Promise<Measurement[]> {
  const credentials = { email: 'bench@dangol.test', password: 'no secret in a bench' };
  const passwordHash = await new Passwords().hash(credentials.password);
  const server = await startScratchServer(bench);
  bench.log(`filling ${bench.scale} buyers`);
  const databaseUrl = await server.makeDatabase('buyers');
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await fillBuyers(client, bench.scale, { email: credentials.email, passwordHash }, new Date());
  const { rows } = await client.query<{ id: string }>(
    `select id from buyers order by hashtext(id::text) limit ${KEYS}`,
  );
  await client.end();

  const operations = [BUYER_SEARCH, BUYER_BY_KEY, SIGN_IN];
  const port = await startApi(bench, { what: 'api-buyers', databaseUrl, folder: server.folder, operations });
  const { cookie, workspaceIds } = await signInTo(port, credentials);
  const headers = { ...JSON_HEADERS, cookie, 'x-dangol-workspace': workspaceIds[0] ?? '' };
  const searches = QUERIES.map(({ search }) => persisted(BUYER_SEARCH, { search, first: PAGE }));
  const reads = rows.map(({ id }) => persisted(BUYER_BY_KEY, { id }));
  const ours = await targetOf(port, headers, searches, assertFound);
  const reference = await targetOf(port, headers, reads);

  const putLoad = startLoadProcess(bench.belongings);
  await logEachSearch(bench, putLoad, ours);
  for (const target of [ours, reference]) await putLoad({ target, connections: 1, milliseconds: WARM_UP_MS });
  const options = { connections: 1, milliseconds: ROUND_MS };
  const rounds = await alternate(ROUNDS, {
    ours: () => putLoad({ target: ours, ...options }),
    reference: () => putLoad({ target: reference, ...options }),
  });
  return (['p50', 'p99'] as const).map((which) => {
    const at = which === 'p50' ? 0.5 : 0.99;
    const times = rounds.map((round) => ({
      ours: percentile(round.ours.latencies, at),
      reference: percentile(round.reference.latencies, at),
    }));
    const line = {
      name: `buyers-${which}`,
      ours: rounded(median(times.map((time) => time.ours))),
      reference: rounded(median(times.map((time) => time.reference))),
      ratio: rounded(median(times.map((time) => time.reference / time.ours))),
      unit: `ms ${which}`,
      ...latenciesOf(rounds.map((round) => round.ours)),
    };
    return { line, goal: GOALS[which] };
  });
}

/** The requests with the length of their answers; throws when `check` does. */
async function targetOf(
  port: number,
  headers: LoadRequest['headers'],
  bodies: readonly string[],
  check?: (text: string, n: number) => void,
): Promise<LoadTarget> {
  const requests: LoadRequest[] = [];
  for (const [n, body] of bodies.entries()) {
    const request = { path: '/graphql', headers, body };
    const { text } = await answerTo(port, 'POST', request);
    check?.(text, n);
    requests.push({ ...request, answerBytes: Buffer.byteLength(text) });
  }
  return { port, method: 'POST', requests };
}

/** A search that finds too little would be quick for the wrong reason. */
function assertFound(text: string, n: number): void {
  const { data, errors } = JSON.parse(text) as BuyerSearchAnswer;
  const { search, atLeast } = QUERIES[n]!;
  const found = data?.buyers.edges.length ?? 0;
  if (errors || found < atLeast || (atLeast === 0 && found > 0))
    throw new Error(`"${search}" found ${found} buyers: ${text.slice(0, 300)}`);
}

async function logEachSearch({ log }: BenchRun, putLoad: PutLoad, target: LoadTarget): Promise<void> {
  for (const [n, request] of target.requests.entries()) {
    const one = { ...target, requests: [request] };
    const { latencies } = await putLoad({ target: one, connections: 1, milliseconds: 1_000 });
    log(`"${QUERIES[n]!.search}": ${percentile(latencies, 0.5).toFixed(2)} ms p50`);
  }
}
