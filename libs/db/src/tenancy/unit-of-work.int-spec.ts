import pg from 'pg';
import { BuyersRepository } from '../repositories/index.ts';
import { createTestDatabase, type SeededWorkspace, seedTwoWorkspaces, type TestDatabase } from '../testing/index.ts';
import { isRefused, refuse } from './refusal.ts';

let db: TestDatabase;
let a: SeededWorkspace;
let b: SeededWorkspace;
let buyers: BuyersRepository;
let owner: pg.Client;

beforeAll(async () => {
  db = await createTestDatabase();
  ({ a, b } = await seedTwoWorkspaces(db));
  buyers = new BuyersRepository(db.unitOfWork);
  owner = new pg.Client({ connectionString: db.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await db.drop();
});

const nameOf = async (ctx: SeededWorkspace) => (await buyers.getById(ctx, ctx.buyerId)).name;
const rename = (ctx: SeededWorkspace, name: string) => buyers.update(ctx, ctx.buyerId, { name });
const positionOf = async (ctx: SeededWorkspace) => {
  const { rows } = await owner.query<{ position: string }>(
    'select last_event_position::text as position from workspaces where id = $1',
    [ctx.workspaceId],
  );
  return rows[0]?.position;
};
const event = (ctx: SeededWorkspace) => ({ verb: 'buyer.renamed', subjectKind: 'buyer', subjectId: ctx.buyerId });

describe('a unit', () => {
  test('commits what its work wrote and returns its result', async () => {
    expect(await db.unitOfWork.run(a, () => rename(a, 'Committed').then(() => 42))).toBe(42);
    expect(await nameOf(a)).toBe('Committed');
  });

  test('rolls back and rethrows what its work threw', async () => {
    await renameNow(a, 'Before');
    const failure = new Error('no');
    const unit = db.unitOfWork.run(a, async () => {
      await rename(a, 'Half done');
      throw failure;
    });
    await expect(unit).rejects.toBe(failure);
    expect(await nameOf(a)).toBe('Before');
  });

  test('is bound to its workspace before its first statement and to none afterwards', async () => {
    const seen = await db.unitOfWork.run(a, () =>
      db.database.query<{ bound: string }>(a, `select current_setting('app.workspace_id') as bound`),
    );
    expect(seen).toEqual([{ bound: a.workspaceId }]);
    const left = await db.dataSource.query<{ bound: string | null }[]>(
      `select nullif(current_setting('app.workspace_id', true), '') as bound`,
    );
    expect(left).toEqual([{ bound: null }]);
  });

  test('refuses a workspace id that is no UUID before it talks to the database', async () => {
    const ctx = { ...a, workspaceId: `x'); select set_config('app.workspace_id', '${b.workspaceId}', true); --` };
    await expect(db.unitOfWork.run(ctx, () => Promise.resolve())).rejects.toThrow(TypeError);
    await expect(db.database.query(ctx, 'select 1')).rejects.toThrow(TypeError);
  });

  test('keeps statements that were started together in one transaction, one after the other', async () => {
    await db.unitOfWork.run(a, async () => {
      const ids = await Promise.all(
        Array.from({ length: 5 }, () => db.database.query<{ id: string }>(a, 'select txid_current()::text as id')),
      );
      expect(new Set(ids.flat().map((row) => row.id)).size).toBe(1);
    });
  });

  test('is isolated from units that run at the same time in the other workspace', async () => {
    const units = Array.from({ length: 30 }, (_, index) => {
      const ctx = index % 2 ? a : b;
      return db.unitOfWork.run(ctx, () => db.database.query<{ slug: string }>(ctx, 'select slug from workspaces'));
    });
    const slugs = (await Promise.all(units)).map((rows) => rows.map((row) => row.slug).join());
    expect(slugs).toEqual(Array.from({ length: 30 }, (_, index) => (index % 2 ? a.slug : b.slug)));
  });
});

describe('a commit is refused', () => {
  test('after an SQL error that was swallowed, which COMMIT itself would not report', async () => {
    await renameNow(a, 'Before');
    const unit = db.unitOfWork.run(a, async () => {
      await rename(a, 'Lost');
      await db.database.query(a, 'select 1 / 0').catch(() => undefined);
    });
    await expect(unit).rejects.toMatchObject({
      name: 'CommitRefused',
      message: expect.stringContaining('an SQL error inside it was ignored'),
      cause: expect.objectContaining({ code: '22012' }),
    });
    expect(await nameOf(a)).toBe('Before');
  });

  test('after a COMMIT of the work’s own', async () => {
    const unit = db.unitOfWork.run(a, () => db.database.query(a, 'commit'));
    await expect(unit).rejects.toMatchObject({
      name: 'CommitRefused',
      message: expect.stringContaining('had ended before'),
    });
  });

  test('while a statement that nobody awaits is still running', async () => {
    await renameNow(a, 'Before');
    const floating: Promise<unknown>[] = [];
    const unit = db.unitOfWork.run(a, async () => {
      floating.push(rename(a, 'Not awaited'));
      return Promise.resolve();
    });
    await expect(unit).rejects.toMatchObject({ name: 'UnfinishedStatements' });
    await Promise.all(floating);
    expect(await nameOf(a)).toBe('Before');
  });

  test('when its events cannot be written', async () => {
    await renameNow(a, 'Before');
    const unit = db.unitOfWork.run(a, async () => {
      await rename(a, 'Without its event');
      db.events.append(a, { ...event(a), subjectId: 'not a uuid' });
    });
    await expect(unit).rejects.toMatchObject({ code: '22P02' });
    expect(await nameOf(a)).toBe('Before');
  });
});

describe('an inner call', () => {
  test('joins: one transaction, seen by the outer, undone with it', async () => {
    await renameNow(a, 'Before');
    const unit = db.unitOfWork.run(a, async () => {
      await db.unitOfWork.run(a, () => db.unitOfWork.run(a, () => rename(a, 'Inner')));
      expect(await nameOf(a)).toBe('Inner');
      throw new Error('outer');
    });
    await expect(unit).rejects.toThrow('outer');
    expect(await nameOf(a)).toBe('Before');
  });

  test('of many at once joins the same transaction', async () => {
    const ids = await db.unitOfWork.run(a, () =>
      Promise.all(
        Array.from({ length: 8 }, () =>
          db.unitOfWork.run(a, () => db.database.query<{ id: string }>(a, 'select txid_current()::text as id')),
        ),
      ),
    );
    expect(new Set(ids.flat().map((row) => row.id)).size).toBe(1);
  });

  test('of another workspace throws, by every door, and nothing of it is written', async () => {
    const before = await nameOf(b);
    await db.unitOfWork.run(a, async () => {
      await expect(db.unitOfWork.run(b, () => rename(b, 'Leak'))).rejects.toMatchObject({ name: 'WorkspaceMismatch' });
      await expect(db.database.query(b, 'select 1')).rejects.toMatchObject({ name: 'WorkspaceMismatch' });
      await expect(rename(b, 'Leak')).rejects.toMatchObject({ name: 'WorkspaceMismatch' });
      await expect(buyers.findById(b, b.buyerId)).rejects.toMatchObject({ name: 'WorkspaceMismatch' });
      await expect(db.jobs.enqueue(b, { task: 'leak', payload: {} })).rejects.toMatchObject({
        name: 'WorkspaceMismatch',
      });
      expect(() => db.events.append(b, event(b))).toThrow(expect.objectContaining({ name: 'WorkspaceMismatch' }));
    });
    expect(await nameOf(b)).toBe(before);
  });

  test('whose failure is swallowed takes the whole unit with it', async () => {
    await renameNow(a, 'Before');
    const failure = new Error('inner');
    const unit = db.unitOfWork.run(a, async () => {
      await db.unitOfWork
        .run(a, async () => {
          await rename(a, 'Half of the inner call');
          throw failure;
        })
        .catch(() => undefined);
    });
    await expect(unit).rejects.toMatchObject({ name: 'CommitRefused', cause: failure });
    expect(await nameOf(a)).toBe('Before');
  });
});

describe('a refusal', () => {
  test('rolls back, drops events and hooks, and is returned', async () => {
    await renameNow(a, 'Before');
    const position = await positionOf(a);
    const hooks: string[] = [];
    const outcome = await db.unitOfWork.run(a, async () => {
      await rename(a, 'Refused');
      db.events.append(a, event(a));
      db.unitOfWork.afterCommit(() => void hooks.push('ran'));
      return refuse({ code: 'BUYER_LOCKED' });
    });
    expect(isRefused(outcome) && outcome.refusal).toEqual({ code: 'BUYER_LOCKED' });
    expect(await nameOf(a)).toBe('Before');
    expect(await positionOf(a)).toBe(position);
    expect(hooks).toEqual([]);
  });

  test('of an inner call may become the outcome of the outer one', async () => {
    await renameNow(a, 'Before');
    const outcome = await db.unitOfWork.run(a, async () => {
      await rename(a, 'Outer');
      return db.unitOfWork.run(a, () => Promise.resolve(refuse('inner')));
    });
    expect(outcome.refusal).toBe('inner');
    expect(await nameOf(a)).toBe('Before');
  });

  test('of an inner call that the outer one ignores is not committed half-way', async () => {
    await renameNow(a, 'Before');
    const unit = db.unitOfWork.run(a, async () => {
      await db.unitOfWork.run(a, async () => {
        await rename(a, 'Half');
        return refuse('inner');
      });
      return 'all well';
    });
    await expect(unit).rejects.toMatchObject({ name: 'CommitRefused' });
    expect(await nameOf(a)).toBe('Before');
  });
});

describe('hooks', () => {
  test('run after the outermost commit, in order, outside the unit, and see what was committed', async () => {
    const seen: unknown[] = [];
    await db.unitOfWork.run(a, async () => {
      await db.unitOfWork.run(a, () => {
        db.unitOfWork.afterCommit(async () => void seen.push(await nameOf(a), db.unitOfWork.current()));
        return Promise.resolve();
      });
      db.unitOfWork.afterCommit(() => void seen.push('second'));
      await rename(a, 'Seen by the hook');
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual(['Seen by the hook', null, 'second']);
  });

  test('may start a unit of another workspace', async () => {
    await db.unitOfWork.run(a, () => {
      db.unitOfWork.afterCommit(() => renameNow(b, 'From a hook'));
      return Promise.resolve();
    });
    expect(await nameOf(b)).toBe('From a hook');
  });

  test('that fail do not turn a committed unit into a failure, nor stop the next hook', async () => {
    const seen: string[] = [];
    const result = await db.unitOfWork.run(a, () => {
      db.unitOfWork.afterCommit(() => Promise.reject(new Error('hook')));
      db.unitOfWork.afterCommit(() => void seen.push('next'));
      return Promise.resolve('committed');
    });
    expect([result, ...seen]).toEqual(['committed', 'next']);
  });

  test('do not run when the commit fails', async () => {
    const seen: string[] = [];
    const unit = db.unitOfWork.run(a, async () => {
      db.unitOfWork.afterCommit(() => void seen.push('ran'));
      await db.database.query(a, 'select 1 / 0').catch(() => undefined);
    });
    await expect(unit).rejects.toMatchObject({ name: 'CommitRefused' });
    expect(seen).toEqual([]);
  });
});

describe('outside a unit', () => {
  test('writes, events, jobs and hooks are refused', async () => {
    await expect(rename(a, 'Alone')).rejects.toMatchObject({ name: 'NoUnitOfWork' });
    await expect(buyers.delete(a, a.buyerId)).rejects.toMatchObject({ name: 'NoUnitOfWork' });
    await expect(db.jobs.enqueue(a, { task: 't', payload: {} })).rejects.toMatchObject({ name: 'NoUnitOfWork' });
    expect(() => db.events.append(a, event(a))).toThrow(expect.objectContaining({ name: 'NoUnitOfWork' }));
    expect(() => db.unitOfWork.afterCommit(() => undefined)).toThrow(expect.objectContaining({ name: 'NoUnitOfWork' }));
  });

  test('is also where work is that a unit left running: it cannot touch the connection of somebody else', async () => {
    let late: Promise<unknown> = Promise.resolve();
    let over: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (over = resolve));
    await db.unitOfWork.run(a, () => {
      late = ended.then(() => rename(a, 'Late'));
      return Promise.resolve();
    });
    over();
    await expect(late).rejects.toMatchObject({ name: 'NoUnitOfWork' });
  });

  test('is also where work that a unit left running may start a unit of its own', async () => {
    let late: Promise<unknown> = Promise.resolve();
    let over: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (over = resolve));
    await db.unitOfWork.run(a, () => {
      late = ended.then(() => renameNow(b, 'Of its own'));
      return Promise.resolve();
    });
    over();
    await late;
    expect(await nameOf(b)).toBe('Of its own');
  });

  test('a unit that somebody kept is of no use any more', async () => {
    const kept = await db.unitOfWork.run(a, () => Promise.resolve(db.unitOfWork.require(a)));
    await expect(kept.statement((client) => client.query('select 1'))).rejects.toMatchObject({ name: 'NoUnitOfWork' });
  });
});

function renameNow(ctx: SeededWorkspace, name: string): Promise<void> {
  return db.unitOfWork.run(ctx, () => rename(ctx, name));
}
