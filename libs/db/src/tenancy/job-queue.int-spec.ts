import { Logger, runOnce } from 'graphile-worker';
import pg from 'pg';
import { createTestDatabase, type SeededWorkspace, seedTwoWorkspaces, type TestDatabase } from '../testing/index.ts';

let db: TestDatabase;
let a: SeededWorkspace;
let b: SeededWorkspace;
let owner: pg.Client;

beforeAll(async () => {
  db = await createTestDatabase();
  ({ a, b } = await seedTwoWorkspaces(db));
  owner = new pg.Client({ connectionString: db.url });
  await owner.connect();
});
beforeEach(async () => void (await owner.query('delete from jobs._private_jobs')));
afterAll(async () => {
  await owner.end();
  await db.drop();
});

const enqueue = (ctx: SeededWorkspace, job: Parameters<TestDatabase['jobs']['enqueue']>[1]) =>
  db.unitOfWork.run(ctx, () => db.jobs.enqueue(ctx, job));
const waiting = async () =>
  (
    await owner.query<{ task: string; key: string | null; payload: object; run_at: Date }>(
      `select t.identifier as task, j.key, j.payload, j.run_at from jobs._private_jobs j join jobs._private_tasks t on t.id = j.task_id order by j.id`,
    )
  ).rows;

test('a job exists once its unit is committed, with the workspace in its payload', async () => {
  await enqueue(a, { task: 'apply', payload: { id: 7, workspaceId: b.workspaceId } });
  expect(await waiting()).toEqual([
    expect.objectContaining({ task: 'apply', key: null, payload: { id: 7, workspaceId: a.workspaceId } }),
  ]);
});

test('a job of a unit that is rolled back never existed', async () => {
  const unit = db.unitOfWork.run(a, async () => {
    await db.jobs.enqueue(a, { task: 'apply', payload: {} });
    throw new Error('undo');
  });
  await expect(unit).rejects.toThrow('undo');
  expect(await waiting()).toEqual([]);
});

test('a key replaces the waiting job of the same task and workspace, and no other', async () => {
  const later = new Date('2026-03-03T00:00:00Z');
  await enqueue(a, { task: 'due', payload: { n: 1 }, key: 'conversation-1' });
  await enqueue(b, { task: 'due', payload: { n: 2 }, key: 'conversation-1' });
  await enqueue(a, { task: 'warn', payload: { n: 3 }, key: 'conversation-1' });
  await enqueue(a, { task: 'due', payload: { n: 4 }, key: 'conversation-1', runAt: later });
  const jobs = await waiting();
  expect(jobs.map((job) => (job.payload as { n: number }).n).sort()).toEqual([2, 3, 4]);
  expect(jobs.find((job) => (job.payload as { n: number }).n === 4)?.run_at).toEqual(later);
});

test('many are one statement, each under its own key', async () => {
  await db.unitOfWork.run(a, () =>
    db.jobs.enqueueMany(a, [
      { task: 'draft', payload: { n: 1 }, key: 'one', priority: 5 },
      { task: 'draft', payload: { n: 2 }, key: 'two', priority: 5 },
      { task: 'draft', payload: { n: 3 } },
    ]),
  );
  await db.unitOfWork.run(a, () => db.jobs.enqueueMany(a, [{ task: 'draft', payload: { n: 4 }, key: 'two' }]));
  const jobs = await waiting();
  expect(jobs.map(({ payload }) => (payload as { n: number }).n).sort()).toEqual([1, 3, 4]);
  expect(jobs[0]?.payload).toEqual({ n: 1, workspaceId: a.workspaceId });
});

test('a job that is to run by an instant is moved earlier and never later, also by two at once', async () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 2, 3, hour));
  const by = (hour: number) =>
    db.unitOfWork.run(a, () => db.jobs.enqueueBy(a, { task: 'ring', payload: {}, key: 'next', runAt: at(hour) }));
  await by(9);
  await by(11);
  expect((await waiting()).map(({ run_at }) => run_at)).toEqual([at(9)]);
  await by(7);
  expect((await waiting()).map(({ run_at }) => run_at)).toEqual([at(7)]);
  await owner.query('delete from jobs._private_jobs');
  await Promise.all([5, 3, 8, 4, 6].map(by));
  expect((await waiting()).map(({ run_at }) => run_at)).toEqual([at(3)]);
});

test('a worker in the queue’s own role runs it', async () => {
  await enqueue(a, { task: 'apply', payload: { id: 8 } });
  const ran: unknown[] = [];
  const pool = new pg.Pool({ connectionString: db.url, options: '-c role=dangol_jobs', max: 3 });
  pool.on('error', () => undefined).on('connect', (client) => void client.on('error', () => undefined));
  try {
    await runOnce({
      pgPool: pool,
      schema: 'jobs',
      noHandleSignals: true,
      logger: new Logger(() => () => undefined),
      taskList: { apply: (payload) => void ran.push(payload) },
    });
  } finally {
    await pool.end();
  }
  expect(ran).toEqual([{ id: 8, workspaceId: a.workspaceId }]);
  expect(await waiting()).toEqual([]);
});
