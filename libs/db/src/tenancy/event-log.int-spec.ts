import pg from 'pg';
import { createTestDatabase, type SeededWorkspace, seedTwoWorkspaces, type TestDatabase } from '../testing/index.ts';
import { EVENTS_CHANNEL } from './event-log.ts';

let db: TestDatabase;
let a: SeededWorkspace;
let b: SeededWorkspace;
let listener: pg.Client;

beforeAll(async () => {
  db = await createTestDatabase({ poolSize: 20 });
  ({ a, b } = await seedTwoWorkspaces(db));
  listener = new pg.Client({ connectionString: db.url });
  await listener.connect();
});
afterAll(async () => {
  await listener.end();
  await db.drop();
});

const event = (ctx: SeededWorkspace, verb: string) => ({ verb, subjectKind: 'buyer', subjectId: ctx.buyerId });
const lastPosition = async (ctx: SeededWorkspace) =>
  (await db.events.readAfter(ctx, '0', 100_000)).at(-1)?.position ?? '0';

test('an event is stored with who, what, when and about whom', async () => {
  const before = await lastPosition(a);
  await db.unitOfWork.run(a, () => {
    db.events.append(a, { ...event(a, 'buyer.graded'), buyerId: a.buyerId, data: { grade: 'A', note: '등급 🙂' } });
    db.events.append(
      { ...a, actor: { kind: 'system', id: null } },
      { ...event(a, 'buyer.lapsed'), at: new Date('2020-01-01T00:00:00.123Z') },
    );
    return Promise.resolve();
  });
  expect(await db.events.readAfter(a, before, 10)).toEqual([
    {
      id: expect.any(String),
      position: String(BigInt(before) + 1n),
      at: db.clock.time,
      actorKind: 'member',
      actorId: a.ownerId,
      verb: 'buyer.graded',
      subjectKind: 'buyer',
      subjectId: a.buyerId,
      buyerId: a.buyerId,
      conversationId: null,
      data: { grade: 'A', note: '등급 🙂' },
    },
    expect.objectContaining({
      position: String(BigInt(before) + 2n),
      at: new Date('2020-01-01T00:00:00.123Z'),
      actorKind: 'system',
      actorId: null,
      verb: 'buyer.lapsed',
      data: {},
    }),
  ]);
});

test('20 concurrent writers: positions have no gap, and no reader ever sees a later one first', async () => {
  const before = BigInt(await lastPosition(a));
  let writing = true;
  const missed: string[] = [];
  const reader = (async () => {
    let position = before;
    while (writing) {
      for (const stored of await db.events.readAfter(a, position.toString(), 1_000)) {
        if (BigInt(stored.position) !== position + 1n) missed.push(`${stored.position} after ${position}`);
        position = BigInt(stored.position);
      }
    }
  })();
  let expected = 0;
  const writer = async (index: number) => {
    for (let round = 0; round < 10; round += 1) {
      const count = 1 + ((index + round) % 3);
      const unit = db.unitOfWork.run(a, async () => {
        for (let nth = 0; nth < count; nth += 1) db.events.append(a, event(a, `writer.${index}.${round}.${nth}`));
        await db.database.query(a, 'select 1');
        if ((index + round) % 5 === 0) throw new Error('rolled back');
      });
      if ((index + round) % 5 === 0) await expect(unit).rejects.toThrow('rolled back');
      else await unit.then(() => (expected += count));
    }
  };
  await Promise.all(Array.from({ length: 20 }, (_, index) => writer(index)));
  writing = false;
  await reader;
  expect(missed).toEqual([]);
  const stored = await db.events.readAfter(a, before.toString(), 100_000);
  expect(stored.map((row) => BigInt(row.position) - before)).toEqual(
    Array.from({ length: expected }, (_, index) => BigInt(index + 1)),
  );
  // Events of one unit stay together and in the order they were appended.
  const verbs = stored.map((row) => row.verb);
  for (const [index, verb] of verbs.entries())
    if (!verb.endsWith('.0')) expect(verbs[index - 1]).toBe(verb.replace(/\d+$/, (nth) => String(Number(nth) - 1)));
});

test('workspaces count apart and read only their own', async () => {
  const [beforeA, beforeB] = [await lastPosition(a), await lastPosition(b)];
  await db.unitOfWork.run(b, () => Promise.resolve(db.events.append(b, event(b, 'only.b'))));
  expect(await lastPosition(a)).toBe(beforeA);
  expect(await db.events.readAfter(b, beforeB, 10)).toEqual([
    expect.objectContaining({ verb: 'only.b', position: String(BigInt(beforeB) + 1n) }),
  ]);
});

test('a unit with events notifies once, after its commit, with the workspace; one without does not', async () => {
  const heard: { payload: string | undefined; stored: Promise<number> }[] = [];
  const before = await lastPosition(b);
  listener.on('notification', ({ payload }) => {
    heard.push({ payload, stored: db.events.readAfter(b, before, 10).then((rows) => rows.length) });
  });
  await listener.query(`listen ${EVENTS_CHANNEL}`);
  await db.unitOfWork.run(b, async () => {
    db.events.append(b, event(b, 'one'));
    db.events.append(b, event(b, 'two'));
    await listener.query('select 1'); // a round trip: a notification sent before the commit would have been heard
    expect(heard).toEqual([]);
  });
  await db.unitOfWork.run(a, () => db.database.query(a, 'select 1'));
  await listener.query('select 1');
  await listener.query(`unlisten ${EVENTS_CHANNEL}`);
  expect(heard.map(({ payload }) => payload)).toEqual([b.workspaceId]);
  expect(await heard[0]?.stored).toBe(2);
});

test('the last statements of a unit are its events, the commit and, after it, the notification', async () => {
  const texts: string[] = [];
  await db.unitOfWork.run(a, async () => {
    const { client } = db.unitOfWork.require(a);
    const query = client.query;
    const record = (...args: unknown[]) => {
      texts.push(String(args[0]));
      return Reflect.apply(query, client, args);
    };
    db.events.append(a, event(a, 'last'));
    await db.database.query(a, 'select 1');
    Object.assign(client, { query: record });
    db.unitOfWork.afterCommit(() => void Reflect.deleteProperty(client, 'query'));
  });
  // Inside the transaction the notification would make the commits of all workspaces queue up.
  const steps = texts.map((text) => /insert into events|commit|pg_notify/.exec(text)?.[0]);
  expect(steps).toEqual(['insert into events', 'commit', 'pg_notify']);
});

test('a page of events is limited and goes on after its last position', async () => {
  const first = await db.events.readAfter(a, '0', 3);
  const next = await db.events.readAfter(a, first.at(-1)?.position ?? '', 3);
  expect([...first, ...next].map((row) => row.position)).toEqual(['1', '2', '3', '4', '5', '6']);
});

test('events of a workspace that does not exist fail the unit instead of vanishing', async () => {
  const nobody = { ...a, workspaceId: '00000000-0000-7000-8000-000000000000' };
  const unit = db.unitOfWork.run(nobody, () => Promise.resolve(db.events.append(nobody, event(a, 'lost'))));
  await expect(unit).rejects.toThrow('workspace');
});
