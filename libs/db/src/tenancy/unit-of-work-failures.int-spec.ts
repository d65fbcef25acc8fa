import pg from 'pg';
import { createDataSource } from '../data-source.ts';
import { newId } from '../ids.ts';
import { BuyersRepository } from '../repositories/index.ts';
import {
  APP_ROLE,
  createTestDatabase,
  type SeededWorkspace,
  seedTwoWorkspaces,
  type TestDatabase,
} from '../testing/index.ts';
import { refuse } from './refusal.ts';
import { UnitOfWork } from './unit-of-work.ts';

let db: TestDatabase;
let a: SeededWorkspace;
let buyers: BuyersRepository;
let owner: pg.Client;

beforeAll(async () => {
  db = await createTestDatabase();
  ({ a } = await seedTwoWorkspaces(db));
  buyers = new BuyersRepository(db.unitOfWork);
  owner = new pg.Client({ connectionString: db.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await db.drop();
});

/** What a connection of the pool looks like from outside once everything has been given back. */
const sessions = async () => {
  const { rows } = await owner.query<{ pid: number; state: string }>(
    `select pid, state from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() order by pid`,
  );
  return rows;
};
const positionOf = async (ctx: SeededWorkspace) => {
  const { rows } = await owner.query<{ position: string }>(
    'select last_event_position::text as position from workspaces where id = $1',
    [ctx.workspaceId],
  );
  return rows[0]?.position;
};
const event = (ctx: SeededWorkspace) => ({ verb: 'buyer.renamed', subjectKind: 'buyer', subjectId: ctx.buyerId });

describe('a deadlock', () => {
  /** Two units that lock two buyers crosswise; the meeting point is passed only by the first attempt of each. */
  const cross = async (swallow: boolean) => {
    const second = newId();
    await db.unitOfWork.run(a, () =>
      buyers.insert(a, {
        id: second,
        name: 'Second',
        stageSince: db.clock.time,
        createdAt: db.clock.time,
        updatedAt: db.clock.time,
      }),
    );
    let arrived = 0;
    let meet: () => void = () => undefined;
    const bothHoldOne = new Promise<void>((resolve) => (meet = resolve));
    const attempts = [0, 0];
    const unit = (index: 0 | 1, ids: string[]) =>
      db.unitOfWork.run(a, async () => {
        attempts[index]! += 1;
        await buyers.update(a, ids[0]!, { company: `unit ${index}` });
        if (++arrived === 2) meet();
        await bothHoldOne;
        const last = buyers.update(a, ids[1]!, { company: `unit ${index}` });
        await (swallow ? last.catch(() => Promise.reject(new Error('domain error'))) : last);
        db.events.append(a, event(a));
      });
    const before = BigInt((await positionOf(a)) ?? 0);
    await Promise.all([unit(0, [a.buyerId, second]), unit(1, [second, a.buyerId])]);
    return { attempts: attempts.sort(), events: BigInt((await positionOf(a)) ?? 0) - before };
  };

  test('is run again, once for the one that lost, and its events are written once', async () => {
    expect(await cross(false)).toEqual({ attempts: [1, 2], events: 2n });
  });

  test('is run again too when the work had turned it into an error of its own', async () => {
    expect(await cross(true)).toEqual({ attempts: [1, 2], events: 2n });
  });

  test('of a unit that always loses is reported in the end', async () => {
    let attempts = 0;
    const unit = db.unitOfWork.run(a, () => {
      attempts += 1;
      return db.database.query(a, `do $$ begin raise exception 'lost' using errcode = '40001'; end $$`);
    });
    await expect(unit).rejects.toMatchObject({ code: '40001' });
    expect(attempts).toBe(6);
  });

  test('is the only thing that is run again', async () => {
    let attempts = 0;
    const unit = db.unitOfWork.run(a, () => {
      attempts += 1;
      return db.database.query(a, 'select 1 / 0');
    });
    await expect(unit).rejects.toMatchObject({ code: '22012' });
    expect(attempts).toBe(1);
  });
});

describe('connections', () => {
  test('go back idle and are used again, whatever the units did', async () => {
    const single = await createDataSource({ url: db.url, role: APP_ROLE, poolSize: 1 }).initialize();
    try {
      const unitOfWork = new UnitOfWork(single);
      const pid = async () => (await single.query<{ pid: number }[]>('select pg_backend_pid() as pid'))[0]?.pid;
      const first = await pid();
      const run = (sql: string) =>
        unitOfWork.run(a, () => unitOfWork.require(a).statement((client) => client.query(sql)));
      await run('select 1');
      await run('select 1 / 0').catch(() => undefined);
      await unitOfWork.run(a, () => Promise.resolve(refuse('no')));
      await run('commit').catch(() => undefined);
      expect((await sessions()).find((session) => session.pid === first)?.state).toBe('idle');
      expect(await pid()).toBe(first);
    } finally {
      await single.destroy();
    }
  });

  test('that the server has cut are not handed out again', async () => {
    const single = await createDataSource({ url: db.url, role: APP_ROLE, poolSize: 1 }).initialize();
    try {
      const unitOfWork = new UnitOfWork(single);
      const cut = unitOfWork.run(a, async () => {
        const unit = unitOfWork.require(a);
        const { rows } = await unit.statement((client) =>
          client.query<{ pid: number }>('select pg_backend_pid() as pid'),
        );
        await owner.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
        await unit.statement((client) => client.query('select 1'));
      });
      await expect(cut).rejects.toThrow();
      const rows = await unitOfWork.run(a, () =>
        unitOfWork.require(a).statement((client) => client.query<{ slug: string }>('select slug from workspaces')),
      );
      expect(rows.rows).toEqual([{ slug: a.slug }]);
    } finally {
      await single.destroy();
    }
  });
});
