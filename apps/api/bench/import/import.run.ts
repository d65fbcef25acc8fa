import { DEFAULT_GRADING_RULES } from '@dangol/crm';
import { newId } from '@dangol/db';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { BenchRun, Measurement } from '../bench.ts';
import { nextMessage, startProcess } from '../run/processes.ts';
import { startScratchServer, type ScratchServer } from '../run/scratch-server.ts';
import { median, percentile, rounded } from '../run/statistics.ts';
import { copyReference, exportRows } from './copy-reference.ts';
import type { ImportOrder, ImportReport } from './import.protocol.ts';
import { writeOrdersFile } from './orders-file.ts';

/** At least a third of the rows a second (issue 4, "Speed"). */
const GOAL = 1 / 3;
/** Peak memory at 1,000,000 rows at most 1.3 times that at 100,000. */
const MEMORY_GOAL = 1 / 1.3;
const SMALL = 100_000;
const LARGE = 1_000_000;
const ROUNDS = 3;

/** See `IMPORT`. */
export async function run(bench: BenchRun): Promise<Measurement[]> {
  const server = await startScratchServer(bench);
  const now = new Date();
  const rounds: { ours: ImportReport; reference: number }[] = [];
  const count = bench.scale >= LARGE ? 1 : ROUNDS;
  for (let round = 0; round < count; round += 1) rounds.push(await oneRound(bench, server, bench.scale, now, round));
  const measured: Measurement[] = [{ line: lineOf(bench, rounds), goal: GOAL }];
  if (bench.scale < LARGE) return measured;
  bench.log(`memory: once more with ${SMALL} orders`);
  const small = await bringIn(bench, server, 'small', SMALL, now);
  return [...measured, { line: memoryLine(small.report, rounds[0]!.ours), goal: MEMORY_GOAL }];
}

async function oneRound(bench: BenchRun, server: ScratchServer, scale: number, now: Date, round: number) {
  const { report, url, workspaceId, folder } = await bringIn(bench, server, `ours${round}`, scale, now);
  const client = new pg.Client(url);
  await client.connect();
  try {
    await exportRows(client, folder);
  } finally {
    await client.end();
  }
  const other = await prepare(server, `reference${round}`, workspaceId, now, url);
  const reference = await copyReference(other, folder, workspaceId, now);
  bench.log(
    `check ${report.checkMs.toFixed(0)} ms, run ${report.runMs.toFixed(0)} ms, reference ${reference.toFixed(0)} ms, peak ${(report.peakBytes / 1e6).toFixed(0)} MB`,
  );
  return { ours: report, reference };
}

/** A database of its own, a process of its own, one file through the job. */
async function bringIn(bench: BenchRun, server: ScratchServer, name: string, scale: number, now: Date) {
  const workspaceId = newId();
  const url = await prepare(server, name, workspaceId, now, null);
  const folder = join(server.folder, `${name}-files`);
  mkdirSync(folder);
  chmodSync(folder, 0o777); // the server, which is another user, writes here too
  const file = join(folder, 'orders.csv');
  await writeOrdersFile(file, scale, now);
  const child = startProcess(bench.belongings, {
    what: `the worker of ${name}`,
    module: new URL('./import.worker.main.js', import.meta.url),
    env: {
      NODE_ENV: 'production',
      DATABASE_URL: url,
      DATABASE_DIRECT_URL: url,
      DANGOL_SECRET_KEYS: `bench:${randomBytes(32).toString('base64')}`,
      DANGOL_ROLE: 'worker',
      FILES_DIR: join(folder, 'store'),
      LOG_LEVEL: 'error',
    },
  });
  await nextMessage(child, 'the worker');
  const order: ImportOrder = { workspaceId, file };
  child.send(order);
  const report = await nextMessage<ImportReport>(child, 'the worker');
  child.kill('SIGTERM');
  if (report.status !== 'done' || report.createdRows !== scale)
    throw new Error(`the import is ${report.status} with ${report.createdRows} of ${scale} rows`);
  return { report, url, workspaceId, folder };
}

/** A migrated database with an empty workspace; with the channels of another one, when its rows are to be copied. */
async function prepare(
  server: ScratchServer,
  name: string,
  workspaceId: string,
  now: Date,
  channelsOf: string | null,
): Promise<string> {
  const url = await server.makeDatabase(name);
  const client = new pg.Client(url);
  await client.connect();
  await client.query(
    `insert into workspaces (id, slug, name, time_zone, base_currency, language, created_at) values ($1, 'bench', 'Bench', 'Asia/Seoul', 'USD', 'en', $2)`,
    [workspaceId, now],
  );
  await client.query(
    `insert into grading_rules (workspace_id, id, version, rules, created_at) values ($1, $1, 1, $2, $3)`,
    [workspaceId, DEFAULT_GRADING_RULES, now],
  );
  if (channelsOf) {
    const source = new pg.Client(channelsOf);
    await source.connect();
    const { rows } = await source.query<{ row: object }>('select to_jsonb(c) as row from channels c');
    await source.end();
    await client.query('insert into channels select * from jsonb_populate_recordset(null::channels, $1::jsonb)', [
      JSON.stringify(rows.map(({ row }) => row)),
    ]);
  }
  await client.end();
  return url;
}

function lineOf(bench: BenchRun, rounds: readonly { ours: ImportReport; reference: number }[]) {
  const own = rounds.map(({ ours }) => ours.runMs);
  const perSecond = (ms: number): number => (bench.scale / ms) * 1_000;
  return {
    name: 'import',
    ours: rounded(perSecond(median(own))),
    reference: rounded(perSecond(median(rounds.map(({ reference }) => reference)))),
    ratio: rounded(median(rounds.map(({ ours, reference }) => reference / ours.runMs))),
    unit: 'rows/s',
    p50: rounded(percentile(own, 0.5)),
    p99: rounded(percentile(own, 0.99)),
    n: own.length,
  };
}

function memoryLine(small: ImportReport, large: ImportReport) {
  const megabytes = (bytes: number): number => rounded(bytes / 1e6);
  return {
    name: 'import-memory',
    ours: megabytes(large.peakBytes),
    reference: megabytes(small.peakBytes),
    ratio: rounded(small.peakBytes / large.peakBytes),
    unit: 'MB',
    p50: rounded(large.runMs),
    p99: rounded(large.runMs),
    n: 1,
  };
}
