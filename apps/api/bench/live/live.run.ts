import { setTimeout } from 'node:timers/promises';
import { EventLog, TenantDatabase, UnitOfWork, createDataSource, newId } from '@dangol/db';
import pg from 'pg';
import { SystemClock } from '../../src/platform/clock/clock.ts';
import { Passwords } from '../../src/workspaces/passwords.ts';
import type { BenchRun, Measurement } from '../bench.ts';
import { SIGN_IN } from '../inbox/inbox-page.operation.ts';
import { fillInbox } from '../inbox/fill-inbox.ts';
import { inboxScale } from '../inbox/inbox-scale.ts';
import { signInTo } from '../inbox/inbox-servers.ts';
import { startApi } from '../run/api-process.ts';
import { nextMessage, startProcess } from '../run/processes.ts';
import { startScratchServer } from '../run/scratch-server.ts';
import { median, percentile, rounded } from '../run/statistics.ts';
import { sharedNow, type LiveOrder, type LiveReport, type LiveTarget } from './live.protocol.ts';

/** The issue sets no ratio: it asks that nothing is lost, and for the p99. */
const GOAL = 0;
const ROUNDS = 5;
/** Events of each workspace in a round, so far apart that most find the house at rest. */
const EVENTS = 30;
const PAUSE_MS = 15;
const PATIENCE_MS = 20_000;

/** Something that tells all sockets of a workspace of an event; resolves with the instant before it did. */
type Emit = (workspaceId: string, subjectId: string) => Promise<number>;

/** See `LIVE`. */
export async function run(bench: BenchRun): Promise<Measurement[]> {
  const credentials = { email: 'bench@dangol.test', password: 'no secret in a bench' };
  const server = await startScratchServer(bench);
  const url = await server.makeDatabase('live');
  const client = new pg.Client(url);
  await client.connect();
  const account = { email: credentials.email, passwordHash: await new Passwords().hash(credentials.password) };
  await fillInbox(client, inboxScale(500), account, new Date());
  await client.end();
  const port = await startApi(bench, {
    what: 'api-live',
    databaseUrl: url,
    folder: server.folder,
    operations: [SIGN_IN],
  });
  const { cookie, workspaceIds } = await signInTo(port, credentials);

  const ours = await Subject.start(
    bench,
    { kind: 'product', port, cookie },
    workspaceIds,
    await emitEvents(bench, url),
  );
  const bare = await startBare(bench, workspaceIds);
  const rounds: { ours: number[]; reference: number[] }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = round % 2 === 0 ? await ours.measure() : null;
    const reference = await bare.measure();
    rounds.push({ ours: first ?? (await ours.measure()), reference });
  }
  const p99 = (latencies: number[]): number => percentile(latencies, 0.99);
  const own = rounds.flatMap((round) => round.ours);
  bench.log(
    `p99 in ms, ours/bare: ${rounds.map((round) => `${p99(round.ours).toFixed(1)}/${p99(round.reference).toFixed(1)}`).join(' ')}`,
  );
  const line = {
    name: 'live',
    ours: rounded(median(rounds.map((round) => p99(round.ours)))),
    reference: rounded(median(rounds.map((round) => p99(round.reference)))),
    ratio: rounded(median(rounds.map((round) => p99(round.reference) / p99(round.ours)))),
    unit: 'ms p99',
    p50: rounded(percentile(own, 0.5)),
    p99: rounded(p99(own)),
    n: own.length,
  };
  return [{ line, goal: GOAL }];
}

/** Sockets on one of the two servers, and how its events are made. */
class Subject {
  private constructor(
    private readonly ask: (order: LiveOrder) => Promise<LiveReport>,
    private readonly workspaceIds: readonly string[],
    private readonly sockets: number,
    private readonly emit: Emit,
  ) {}

  static async start(
    { belongings, scale }: BenchRun,
    target: LiveTarget,
    workspaceIds: readonly string[],
    emit: Emit,
  ): Promise<Subject> {
    const what = `the sockets of ${target.kind}`;
    const child = startProcess(belongings, { what, module: new URL('./live-sockets.main.js', import.meta.url) });
    const ask = async (order: LiveOrder): Promise<LiveReport> => {
      child.send(order);
      return nextMessage<LiveReport>(child, what);
    };
    await ask({ kind: 'open', target, workspaceIds, sockets: scale });
    const subject = new Subject(ask, workspaceIds, scale, emit);
    await subject.measure(); // warm, and by then every subscription stands
    return subject;
  }

  /** Milliseconds from each event to each socket of its workspace. Throws when one is lost, doubled, misplaced or strange. */
  async measure(): Promise<number[]> {
    const emitted = new Map<string, { workspaceId: string; atMs: number }>();
    const collecting = this.ask({ kind: 'collect', events: EVENTS, patienceMs: PATIENCE_MS });
    for (let event = 0; event < EVENTS; event += 1) {
      for (const workspaceId of this.workspaceIds) {
        const subjectId = newId();
        emitted.set(subjectId, { workspaceId, atMs: await this.emit(workspaceId, subjectId) });
      }
      await setTimeout(PAUSE_MS);
    }
    const { perSocket } = await collecting;
    if (perSocket.length < this.sockets) throw new Error(`only ${perSocket.length} sockets answered`);
    return perSocket.flatMap(({ workspaceId, received }) => {
      if (new Set(received.map(({ subjectId }) => subjectId)).size !== EVENTS || received.length !== EVENTS)
        throw new Error(`a socket got ${received.length} events instead of ${EVENTS}`);
      return received.map(({ subjectId, atMs }) => {
        const event = emitted.get(subjectId);
        if (event?.workspaceId !== workspaceId) throw new Error('a socket got an event of another workspace');
        return atMs - event.atMs;
      });
    });
  }
}

/** Appends to the event log as a use case does: a transaction on disk, then the notification. */
async function emitEvents({ belongings }: BenchRun, url: string): Promise<Emit> {
  const dataSource = await createDataSource({ url, role: 'dangol_app', poolSize: 2 }).initialize();
  belongings.add('connections', () => dataSource.destroy());
  const unitOfWork = new UnitOfWork(dataSource);
  const events = new EventLog(unitOfWork, new TenantDatabase(unitOfWork), new SystemClock());
  return async (workspaceId, subjectId) => {
    const ctx = { workspaceId, actor: { kind: 'system' as const, id: null } };
    const before = sharedNow();
    await unitOfWork.run(ctx, () => {
      events.append(ctx, { verb: 'bench.happened', subjectKind: 'bench', subjectId });
      return Promise.resolve();
    });
    return before;
  };
}

async function startBare(bench: BenchRun, workspaceIds: readonly string[]): Promise<Subject> {
  const what = 'the bare broadcast server';
  const child = startProcess(bench.belongings, { what, module: new URL('./bare-broadcast.main.js', import.meta.url) });
  const port = await nextMessage<number>(child, what);
  const emit: Emit = (workspaceId, subjectId) => {
    const before = sharedNow();
    child.send({ workspaceId, event: { subjectId, verb: 'bench.happened', subjectKind: 'bench', at: new Date() } });
    return Promise.resolve(before);
  };
  return Subject.start(bench, { kind: 'bare', port, cookie: '' }, workspaceIds, emit);
}
