import { DEFAULT_GRADING_RULES } from '@dangol/crm';
import { createDataSource, TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import pg from 'pg';
import { regradeBuyers } from '../../src/buyers/grading/regraded-buyers.query.ts';
import type { BenchRun, Measurement } from '../bench.ts';
import { startScratchServer } from '../run/scratch-server.ts';
import { median, percentile, rounded } from '../run/statistics.ts';
import { fillGrade } from './fill-grade.ts';
import { PLAIN_AGGREGATE } from './plain-aggregate.ts';

/** At most three times the time of the plain aggregate (issue 3, "Speed"). */
const GOAL = 1 / 3;
const ROUNDS = 9;
/** One buyer in so many gets another size, and as many have an order cancelled or revived: together 2 % in every round. */
const ONE_IN = 100;
const MINUTE_MS = 60_000;

/** What happens between two nights; `$2` the round. Sizes and cancellations go there and back, so that rounds are alike. */
const CHANGES = [
  `update buyers set employees = 1 + (coalesce(employees, 0) + 137) % 400 where workspace_id = $1 and ('x' || right(id::text, 7))::bit(28)::int % ${ONE_IN} = $2`,
  `update orders o set cancelled_at = case when cancelled_at is null then paid_at end from (
     select distinct on (buyer_id) id from orders where workspace_id = $1 and paid_at is not null
       and ('x' || right(buyer_id::text, 7))::bit(28)::int % ${ONE_IN} = ${ONE_IN} - 1 - $2 order by buyer_id, id) p where o.workspace_id = $1 and o.id = p.id`,
];

/** See `GRADE`. */
export async function run(bench: BenchRun): Promise<Measurement[]> {
  const server = await startScratchServer(bench);
  const url = await server.makeDatabase('grade');
  const client = new pg.Client(url);
  await client.connect();
  bench.log(`filling: ${bench.scale} buyers`);
  let now = new Date();
  const { workspaceId } = await fillGrade(client, bench.scale, now);

  const dataSource = await createDataSource({ url, role: 'dangol_app', poolSize: 2 }).initialize();
  bench.belongings.add('connections', async () => {
    await dataSource.destroy();
    await client.end();
  });
  const unitOfWork = new UnitOfWork(dataSource);
  const database = new TenantDatabase(unitOfWork);
  const ctx: TenantContext = { workspaceId, actor: { kind: 'system', id: null } };
  const ours = (): Promise<number> =>
    timed(() => unitOfWork.run(ctx, () => regradeBuyers(database, ctx, DEFAULT_GRADING_RULES, now, 'all')));
  const reference = (): Promise<number> =>
    timed(() => unitOfWork.run(ctx, () => database.query(ctx, PLAIN_AGGREGATE, [workspaceId, now])));

  bench.log(`everyone graded for the first time: ${(await ours()).toFixed(0)} ms`);
  await client.query('vacuum analyze');
  await reference();
  const rounds: { ours: number; reference: number; written: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const change of CHANGES) await client.query(change, [workspaceId, round]);
    now = new Date(now.getTime() + MINUTE_MS);
    // Who begins alternates, so that what the changes left warm favours neither.
    const before = round % 2 === 0 ? null : await reference();
    const own = await ours();
    rounds.push({
      ours: own,
      reference: before ?? (await reference()),
      written: await writtenAt(client, workspaceId, now),
    });
  }
  return [{ line: lineOf(bench, rounds), goal: GOAL }];
}

function lineOf(bench: BenchRun, rounds: readonly { ours: number; reference: number; written: number }[]) {
  const expected = (bench.scale / ONE_IN) * 1.5;
  const idle = rounds.find(({ written }) => written < expected);
  if (idle) throw new Error(`a round wrote only ${idle.written} buyers: ours did not do its work`);
  bench.log(`buyers written, by round: ${rounds.map(({ written }) => written).join(' ')}`);
  bench.log(
    `ms, ours/reference: ${rounds.map(({ ours, reference }) => `${ours.toFixed(0)}/${reference.toFixed(0)}`).join(' ')}`,
  );
  const own = rounds.map(({ ours }) => ours);
  return {
    name: 'grade',
    ours: rounded(median(own)),
    reference: rounded(median(rounds.map(({ reference }) => reference))),
    ratio: rounded(median(rounds.map(({ ours, reference }) => reference / ours))),
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

async function writtenAt(client: pg.Client, workspaceId: string, gradedAt: Date): Promise<number> {
  const { rows } = await client.query<{ written: number }>(
    'select count(*)::int as written from buyers where workspace_id = $1 and graded_at = $2',
    [workspaceId, gradedAt],
  );
  return rows[0]?.written ?? 0;
}
