import {
  createDataSource,
  EventLog,
  isRefused,
  newId,
  TenantDatabase,
  UnitOfWork,
  type TenantContext,
} from '@dangol/db';
import pg from 'pg';
import { RecomputePastUseCase } from '../../src/sla/recompute/recompute-past.use-case.ts';
import { SlaSettings } from '../../src/sla/sla-settings.ts';
import type { BenchRun, Measurement } from '../bench.ts';
import { startScratchServer } from '../run/scratch-server.ts';
import { median, percentile, rounded } from '../run/statistics.ts';
import { fillSla, hoursOfVersion } from './fill-sla.ts';
import { PLAIN_PASS } from './plain-pass.ts';

/** Issue 5 asks for the comparison and names no figure; these are what a person who waits for the preview can bear. */
const PREVIEW_GOAL = 1 / 6;
const GOAL = 1 / 40;
const ROUNDS = 7;

/** See `SLA`. */
export async function run(bench: BenchRun): Promise<Measurement[]> {
  const server = await startScratchServer(bench);
  const url = await server.makeDatabase('sla');
  const client = new pg.Client(url);
  await client.connect();
  bench.log(`filling: ${bench.scale} inquiries`);
  const { workspaceId, from, to } = await fillSla(client, bench.scale);

  const dataSource = await createDataSource({ url, role: 'dangol_app', poolSize: 2 }).initialize();
  bench.belongings.add('connections', async () => {
    await dataSource.destroy();
    await client.end();
  });
  const unitOfWork = new UnitOfWork(dataSource);
  const database = new TenantDatabase(unitOfWork);
  const ctx: TenantContext = { workspaceId, actor: { kind: 'system', id: null } };
  const events = new EventLog(unitOfWork, database, { now: () => new Date() });
  const recompute = new RecomputePastUseCase(unitOfWork, database, new SlaSettings(database), events);
  const reference = () =>
    timed(() => unitOfWork.run(ctx, () => database.query(ctx, PLAIN_PASS, [workspaceId, from, to])));

  const rounds: { measured: number; stored: number; reference: number; changed: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const hours = hoursOfVersion(round + 1);
    await client.query(
      `insert into business_calendars (workspace_id, id, version, calendar, created_at) values ($1, $2, $3, $4, now())`,
      [workspaceId, newId(), hours.version, hours],
    );
    const before = await reference();
    let expectedChanges = 0;
    const measured = await timed(async () => {
      const { movedDue, becomeMet, becomeMissed } = await recompute.preview(ctx, from, to);
      expectedChanges = movedDue + becomeMet + becomeMissed;
    });
    let changed = 0;
    const stored = await timed(async () => {
      const outcome = await recompute.execute(ctx, { from, to, reason: 'bench', expectedChanges });
      if (!isRefused(outcome)) ({ changed } = outcome);
    });
    await client.query('vacuum analyze inquiries');
    // The first round measures what the filling only invented; from the second on half an hour a day differs.
    if (round > 0) rounds.push({ measured, stored, reference: (before + (await reference())) / 2, changed });
  }
  const idle = rounds.find(({ changed }) => changed < bench.scale / 4);
  if (idle) throw new Error(`a round stored only ${idle.changed} inquiries: ours did not do its work`);
  bench.log(`inquiries stored otherwise, by round: ${rounds.map(({ changed }) => changed).join(' ')}`);
  return [
    { line: lineOf('sla preview', rounds, ({ measured }) => measured), goal: PREVIEW_GOAL },
    { line: lineOf('sla', rounds, ({ stored }) => stored), goal: GOAL },
  ];
}

function lineOf<Round extends { reference: number }>(
  name: string,
  rounds: readonly Round[],
  of: (round: Round) => number,
) {
  const own = rounds.map(of);
  return {
    name,
    ours: rounded(median(own)),
    reference: rounded(median(rounds.map(({ reference }) => reference))),
    ratio: rounded(median(rounds.map((round) => round.reference / of(round)))),
    unit: 'ms',
    p50: rounded(percentile(own, 0.5)),
    p99: rounded(percentile(own, 0.99)),
    n: own.length,
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
