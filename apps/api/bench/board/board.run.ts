import pg from 'pg';
import { Passwords } from '../../src/workspaces/passwords.ts';
import type { BenchRun, Measurement } from '../bench.ts';
import { SIGN_IN } from '../inbox/inbox-page.operation.ts';
import { answerTo, JSON_HEADERS, persisted, signInTo } from '../inbox/inbox-servers.ts';
import { startLoadProcess } from '../load/load-process.ts';
import type { LoadRequest, LoadTarget } from '../load/load.protocol.ts';
import { startApi } from '../run/api-process.ts';
import { nextMessage, startProcess } from '../run/processes.ts';
import { alternate, latenciesOf, rateOf } from '../run/rounds.ts';
import { startScratchServer } from '../run/scratch-server.ts';
import { median, rounded } from '../run/statistics.ts';
import { BOARD_QUERY, type AnsweredColumn, type BoardAnswer } from './board.operation.ts';
import { fillBoard } from './fill-board.ts';

/** Our requests per second over those of the bare server (issue 3, "Speed"). */
const GOAL_OF_BARE = 0.5;
const PER_COLUMN = 30;
const CONNECTIONS = 16;
const WARM_UP_MS = 5_000;
const ROUNDS = 9;
const ROUND_MS = 2_000;

interface BoardServer {
  readonly target: LoadTarget;
  readonly columns: readonly AnsweredColumn[];
}

/** See `BOARD`. */
export async function run(bench: BenchRun): Promise<Measurement[]> {
  const credentials = { email: 'bench@dangol.test', password: 'no secret in a bench' };
  const passwordHash = await new Passwords().hash(credentials.password);
  const server = await startScratchServer(bench);
  const cards = Math.ceil(bench.scale / 500) * 500; // what the inbox's fill can divide
  bench.log(`filling ${cards} cards`);
  const databaseUrl = await server.makeDatabase('board');
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await fillBoard(client, cards, { email: credentials.email, passwordHash }, new Date());
  await client.end();

  const spec = { what: 'api-board', databaseUrl, folder: server.folder, operations: [BOARD_QUERY, SIGN_IN] };
  const port = await startApi(bench, spec);
  const { cookie, workspaceIds } = await signInTo(port, credentials);
  const [workspaceId = ''] = workspaceIds;
  const ours = await startedOurs(port, cookie, workspaceId);
  const bare = await startedBare(bench, databaseUrl, workspaceId);
  assertSameBoards(ours.columns, bare.columns);

  const putLoad = startLoadProcess(bench.belongings);
  for (const { target } of [ours, bare]) await putLoad({ target, connections: CONNECTIONS, milliseconds: WARM_UP_MS });
  const options = { connections: CONNECTIONS, milliseconds: ROUND_MS };
  const rounds = await alternate(ROUNDS, {
    ours: () => putLoad({ target: ours.target, ...options }),
    reference: () => putLoad({ target: bare.target, ...options }),
  });
  const rates = rounds.map((round) => ({ ours: rateOf(round.ours), reference: rateOf(round.reference) }));
  bench.log(`of the bare server, by round: ${rates.map((rate) => (rate.ours / rate.reference).toFixed(2)).join(' ')}`);
  const line = {
    name: 'board',
    ours: rounded(median(rates.map((rate) => rate.ours))),
    reference: rounded(median(rates.map((rate) => rate.reference))),
    ratio: rounded(median(rates.map((rate) => rate.ours / rate.reference))),
    unit: 'requests/s',
    ...latenciesOf(rounds.map((round) => round.ours)),
  };
  return [{ line, goal: GOAL_OF_BARE }];
}

async function startedOurs(port: number, cookie: string, workspaceId: string): Promise<BoardServer> {
  const request = {
    path: '/graphql',
    headers: { ...JSON_HEADERS, cookie, 'x-dangol-workspace': workspaceId },
    body: persisted(BOARD_QUERY, { group: 'STAGE', perColumn: PER_COLUMN }),
  };
  return asked(port, 'POST', request, (text) => {
    const { data, errors } = JSON.parse(text) as BoardAnswer;
    if (!data || errors) throw new Error(`our server answers ${text.slice(0, 500)}`);
    return data.board.columns;
  });
}

async function startedBare({ belongings }: BenchRun, databaseUrl: string, workspaceId: string): Promise<BoardServer> {
  const what = 'the bare server';
  const module = new URL('./bare-board.main.js', import.meta.url);
  const env = { NODE_ENV: 'production', BENCH_DATABASE_URL: databaseUrl };
  const port = await nextMessage<number>(startProcess(belongings, { what, module, env }), what);
  const request = { path: `/board?workspace=${workspaceId}`, headers: {}, body: '' };
  return asked(port, 'GET', request, (text) => JSON.parse(text) as AnsweredColumn[]);
}

async function asked(
  port: number,
  method: LoadTarget['method'],
  request: Omit<LoadRequest, 'answerBytes'>,
  columnsOf: (text: string) => readonly AnsweredColumn[],
): Promise<BoardServer> {
  const { text } = await answerTo(port, method, request);
  const requests = [{ ...request, answerBytes: Buffer.byteLength(text) }];
  return { target: { port, method, requests }, columns: columnsOf(text) };
}

/** Throws unless both answer with the same counts, sums and cards; the bare one's last card only says that there is more. */
function assertSameBoards(ours: readonly AnsweredColumn[], bare: readonly AnsweredColumn[]): void {
  const shown = (columns: readonly AnsweredColumn[]): string =>
    JSON.stringify(
      columns.map(({ count, sums, cards }) => [
        count,
        sums.map(({ minor, currency }) => `${minor} ${currency}`),
        cards.slice(0, PER_COLUMN).map(({ id, waitingDueAt }) => [id, waitingDueAt]),
      ]),
    );
  if (shown(ours) !== shown(bare)) throw new Error('the two servers show different boards');
  if (ours.length !== 7 || ours.some(({ cards }) => cards.length !== PER_COLUMN))
    throw new Error(`the board is too small: ${ours.map(({ cards }) => cards.length).join(' ')}`);
}
