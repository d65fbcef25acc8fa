import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import pg from 'pg';
import { armChannel, deliverAndApply, deliveryBody } from '../../testing/inbound-deliveries.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { RingAlarmsJob } from './ring-alarms.job.ts';

const NOW = '2026-03-02T01:00:00Z'; // Monday 10:00 in Seoul

interface Alarm {
  kind: 'warning' | 'breach';
  at: Date;
  fired: boolean;
}

describe('alarms', () => {
  let wired: WiredFeatures;
  let a: SeededWorkspace;
  let pairs = 0;
  beforeAll(async () => {
    wired = await wireFeatures(NOW);
  });
  afterAll(() => wired.close());
  beforeEach(async () => {
    wired.clock.set(new Date(NOW));
    ({ a } = await seedTwoWorkspaces(wired.db, `-alarms-${(pairs += 1)}`));
    await armChannel(wired, a);
    // The seeded inquiry has no business here.
    await write(`delete from clock_alarms where workspace_id = $1`);
  });

  const write = (sql: string, params: unknown[] = []) =>
    wired.db.unitOfWork.run(a, () => wired.db.database.query(a, sql, [a.workspaceId, ...params]));
  const alarms = () =>
    wired.db.database.query<Alarm>(
      a,
      `select kind, at, fired_at is not null as fired from clock_alarms where workspace_id = $1 order by at`,
      [a.workspaceId],
    );
  const rung = async () =>
    (
      await wired.db.database.query<{ verb: string }>(
        a,
        `select verb from events where workspace_id = $1 and verb in ('inquiry.due_soon', 'inquiry.overdue') order by position`,
        [a.workspaceId],
      )
    ).map(({ verb }) => verb);
  const ring = () => wired.get(RingAlarmsJob).run({ workspaceId: a.workspaceId });
  const arrive = (externalId: string, direction: 'inbound' | 'outbound', sentAt = NOW) =>
    deliverAndApply(wired, a, deliveryBody({ externalId, direction, sentAt }));
  /** When the workspace's one waiting job will look; it is taken, as a worker would. */
  const woken = async () => {
    const client = new pg.Client({ connectionString: wired.db.url });
    await client.connect();
    const { rows } = await client.query<{ run_at: Date }>(
      `delete from jobs._private_jobs where key = 'ring-alarms:' || $1 || ':next' returning run_at`,
      [a.workspaceId],
    );
    await client.end();
    return rows.map(({ run_at }) => run_at);
  };

  it('ring once each, when their instant has come, however many workers look', async () => {
    await arrive('m-1', 'inbound');
    const [warning, breach] = await alarms();
    expect([warning, breach]).toMatchObject([
      { kind: 'warning', fired: false },
      { kind: 'breach', fired: false },
    ]);
    expect(await woken()).toEqual([warning!.at]);
    await ring();
    expect(await rung()).toEqual([]);
    expect(await woken()).toEqual([warning!.at]);

    wired.clock.set(warning!.at);
    await Promise.all([ring(), ring(), ring()]);
    expect(await rung()).toEqual(['inquiry.due_soon']);
    expect(await woken()).toEqual([breach!.at]);

    wired.clock.set(breach!.at);
    await Promise.all([ring(), ring()]);
    await ring();
    expect(await rung()).toEqual(['inquiry.due_soon', 'inquiry.overdue']);
  });

  it('say nothing of what was answered meanwhile', async () => {
    await arrive('m-1', 'inbound');
    const all = await alarms();
    await arrive('m-2', 'outbound', '2026-03-02T01:05:00Z');
    wired.clock.set(all.at(-1)!.at);
    await ring();
    expect(await rung()).toEqual([]);
  });

  it('say only the worse when both have come at once', async () => {
    await arrive('m-1', 'inbound');
    wired.clock.set((await alarms()).at(-1)!.at);
    await ring();
    expect(await rung()).toEqual(['inquiry.overdue']);
    expect((await alarms()).every(({ fired }) => fired)).toBe(true);
  });
});
