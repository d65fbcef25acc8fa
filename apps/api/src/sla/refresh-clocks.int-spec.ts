import { jest } from '@jest/globals';
import { JobQueue, type NewEvent } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { startTalk, type Talk } from '../testing/talks.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { DERIVE_CLOCKS } from './derive/derive-clocks.task-name.ts';
import { DeriveClocksJob } from './derive/derive-clocks.job.ts';
import { CONVERSATION_CLOSED, INQUIRY_SPAM_REPORTED } from './decisions.ts';
import { RefreshClocksUseCase } from './refresh-clocks.use-case.ts';
import { RING_ALARMS } from './wake-queue.ts';

/** Monday, 14:00 in Seoul; the seeded office is open on Mondays from 9 to 18, the seeded buyer is not graded: 480 minutes. */
const NOW = '2026-03-02T05:00:00Z';

let wired: WiredFeatures;
let a: SeededWorkspace;
let b: SeededWorkspace;
let run = 0;
beforeAll(async () => {
  wired = await wireFeatures(NOW);
});
afterAll(() => wired.close());
beforeEach(async () => {
  ({ a, b } = await seedTwoWorkspaces(wired.db, `-${(run += 1)}`));
});

const talk = (externalId: string, buyerId = a.buyerId): Promise<Talk> => startTalk(wired, a, { externalId, buyerId });
const rows = <Row>(sql: string, workspace = a) => wired.db.database.query<Row>(workspace, sql, [workspace.workspaceId]);
const inquiries = ({ id }: Talk) =>
  rows<{ turn: string; status: string; due: string; target: number }>(
    `select turn, status, target_minutes as target, to_char(due_at at time zone 'UTC', 'DD"T"HH24:MI') as due from inquiries
     where workspace_id = $1 and conversation_id = '${id}' order by opened_at`,
  );
const days = () =>
  rows<{ day: string; opening: string; answer: string | null; took: string | null; excluded: string | null }>(
    `select d.day::text as day, o.text as opening, r.text as answer, response_wall_ms as took, excluded from buyer_days d
     join messages o on o.workspace_id = $1 and o.id = d.opening_message_id left join messages r on r.workspace_id = $1 and r.id = d.response_message_id
     where d.workspace_id = $1 and o.text not like 'Hello%' order by d.day, o.text`,
  );
const cases = ({ id }: Talk) =>
  rows<Record<string, unknown>>(
    `select status, business_seconds::int as business, paused_seconds::int as paused, wall_ms::int as wall, running_since as running, met, due_at as due
     from resolutions where workspace_id = $1 and conversation_id = '${id}' order by opened_at`,
  );
const alarms = ({ id }: Talk) =>
  rows<{ kind: string; at: string; fired: boolean }>(
    `select kind, to_char(at at time zone 'UTC', 'DD"T"HH24:MI') as at, fired_at is not null as fired from clock_alarms
     where workspace_id = $1 and conversation_id = '${id}' order by kind`,
  );

describe('refreshing clocks', () => {
  it('keeps inquiries with their turn, the case and the alarms of a thread', async () => {
    const thread = await talk('t1');
    await thread.buyer('2026-03-02T00:00:00Z', 'ask');
    await thread.reply('2026-03-02T01:00:00Z', 'answer');
    await thread.buyer('2026-03-02T02:00:00Z', 'again');
    await thread.refresh();
    expect(await inquiries(thread)).toEqual([
      { turn: 'first', status: 'answered', target: 480, due: '02T08:00' },
      { turn: 'next', status: 'open', target: 480, due: '09T01:00' }, // seven of eight hours today, one next Monday
    ]);
    expect(await cases(thread)).toEqual([
      {
        ...{ status: 'open', business: 3600, paused: 3600, wall: 3_600_000, met: null, due: null },
        running: new Date('2026-03-02T02:00:00Z'),
      },
    ]);
    expect(await alarms(thread)).toEqual([
      { kind: 'breach', at: '09T01:00', fired: false },
      { kind: 'warning', at: '02T08:00', fired: false },
    ]);
  });

  it('takes alarms away with the inquiry, and leaves the other workspace alone', async () => {
    const before = await rows(`select count(*)::int as n from clock_alarms where workspace_id = $1`, b);
    const thread = await talk('t1');
    await thread.buyer('2026-03-02T00:00:00Z', 'ask');
    await thread.refresh();
    expect(await alarms(thread)).toHaveLength(2);
    await thread.reply('2026-03-02T01:00:00Z', 'answer');
    await thread.refresh();
    expect(await alarms(thread)).toEqual([]);
    expect(await rows(`select count(*)::int as n from clock_alarms where workspace_id = $1`, b)).toEqual(before);
  });

  it('rings again only for a moved alarm, and wakes the job for an earlier one alone', async () => {
    const wakes = jest.spyOn(wired.get(JobQueue), 'enqueueBy');
    const thread = await talk('t1');
    await thread.buyer('2026-03-02T00:00:00Z', 'ask');
    await thread.refresh();
    expect(wakes.mock.calls.map(([, job]) => [job.task, job.runAt])).toEqual([]); // the seeded warning at 06:00 comes as soon
    await wired.db.unitOfWork.run(a, () =>
      rows(`update clock_alarms set fired_at = now() where workspace_id = $1 returning 1`),
    );
    await thread.refresh();
    expect((await alarms(thread)).map(({ fired }) => fired)).toEqual([true, true]);
    const early = await talk('t2');
    await early.buyer('2026-02-23T08:30:00Z', 'early'); // Monday a week ago, 17:30
    await early.refresh();
    expect(wakes.mock.calls.map(([, job]) => [job.task, (job.runAt as Date).toISOString()])).toEqual([
      [RING_ALARMS, '2026-03-02T05:30:00.000Z'],
    ]);
    wakes.mockRestore();
  });

  it('opens no inquiry for a sender that the channel leaves out, and counts the day apart; the job follows the rule', async () => {
    const thread = await talk('t1');
    await thread.buyer('2026-03-02T00:00:00Z', 'ask');
    await thread.refresh();
    await wired.db.unitOfWork.run(a, () =>
      rows(
        `update channels set excluded_senders = '{buyer-1}', platform_zone = 'America/Los_Angeles' where workspace_id = $1 returning 1`,
      ),
    );
    await wired.get(DeriveClocksJob).run({ workspaceId: a.workspaceId, channelId: a.channelId });
    expect(await inquiries(thread)).toEqual([]);
    expect(await alarms(thread)).toEqual([]);
    // The seeded message of the same instant opens the day: by id it is the earlier one.
    const excluded = await rows<{ day: string; excluded: string }>(
      `select day::text as day, excluded from buyer_days where workspace_id = $1`,
    );
    expect(excluded).toEqual([{ day: '2026-03-01', excluded: 'sender' }]);
    expect(DERIVE_CLOCKS).toBe('derive-clocks'); // migration 16 asks for it by name
  });

  it('keeps a closed thread closed while the buyer waits, with its clock running', async () => {
    const thread = await talk('t1');
    await thread.buyer('2026-03-02T00:00:00Z', 'ask');
    await thread.refresh();
    await wired.db.unitOfWork.run(a, () =>
      rows(`update conversations set status = 'closed' where workspace_id = $1 and id = '${thread.id}' returning 1`),
    );
    await thread.refresh();
    const state = await rows(
      `select status, waiting_since is not null as waits, due_at is not null as due from conversations where workspace_id = $1 and id = '${thread.id}'`,
    );
    expect(state).toEqual([{ status: 'closed', waits: true, due: true }]);
  });

  it('ends the case when a person closes, and calls what comes then first again', async () => {
    const thread = await talk('t1');
    await thread.buyer('2026-03-02T00:00:00Z', 'ask');
    await thread.reply('2026-03-02T01:00:00Z', 'answer');
    await decide(thread, CONVERSATION_CLOSED, '2026-03-02T02:00:00Z');
    await thread.refresh();
    expect(await cases(thread)).toMatchObject([{ status: 'resolved', business: 3600, paused: 3600, running: null }]);
    await thread.buyer('2026-03-02T03:00:00Z', 'another matter');
    await thread.refresh();
    expect((await inquiries(thread)).map(({ turn }) => turn)).toEqual(['first', 'first']);
    expect(await cases(thread)).toHaveLength(2);
  });

  it('does not let a snooze outlive the deadline', async () => {
    const thread = await talk('t1');
    await thread.buyer('2026-03-02T00:00:00Z', 'ask');
    await thread.refresh();
    const snooze = (until: string) =>
      wired.db.unitOfWork.run(a, () =>
        rows(
          `update conversations set snoozed_until = '${until}', snooze_reason = 'later' where workspace_id = $1 and id = '${thread.id}' returning 1`,
        ),
      );
    const slept = () =>
      rows<{ until: Date | null; reason: string | null }>(
        `select snoozed_until as until, snooze_reason as reason from conversations where workspace_id = $1 and id = '${thread.id}'`,
      );
    await snooze('2026-03-02T07:00:00Z');
    await thread.refresh();
    expect(await slept()).toEqual([{ until: new Date('2026-03-02T07:00:00Z'), reason: 'later' }]);
    await snooze('2026-03-02T08:00:00Z'); // due at that instant
    await thread.refresh();
    expect(await slept()).toEqual([{ until: null, reason: null }]);
  });
});

describe('buyer-days', () => {
  it('span the threads of a buyer: the earlier message opens the day, however late it arrives', async () => {
    const [one, two] = [await talk('t1'), await talk('t2')];
    await two.buyer('2026-03-03T03:00:00Z', 'second');
    await two.reply('2026-03-03T04:00:00Z', 'to second');
    await two.refresh();
    await one.buyer('2026-03-03T02:00:00Z', 'first');
    await one.refresh();
    expect(await days()).toMatchObject([{ opening: 'first', answer: null }]);
    await two.refresh(); // knows nothing of the other thread, and must not take the day back
    expect(await days()).toMatchObject([{ opening: 'first', answer: null }]);
  });

  it('give way to a later message that counts when the first one is reported as spam in time', async () => {
    const [one, two] = [await talk('t1'), await talk('t2')];
    await one.buyer('2026-03-03T02:00:00Z', 'spam');
    await two.buyer('2026-03-03T03:00:00Z', 'real');
    await one.refresh();
    await two.refresh();
    expect(await days()).toMatchObject([{ opening: 'spam', excluded: null }]);
    await decide(one, INQUIRY_SPAM_REPORTED, '2026-03-03T05:00:00Z');
    await one.refresh();
    await two.reply('2026-03-03T04:00:00Z', 'answer');
    await two.refresh();
    expect(await days()).toEqual([
      { day: '2026-03-03', opening: 'real', answer: 'answer', took: '3600000', excluded: null },
    ]);
  });

  it('are left out when reported in time and nothing else was written', async () => {
    const one = await talk('t1');
    await one.buyer('2026-03-03T02:00:00Z', 'spam');
    await decide(one, INQUIRY_SPAM_REPORTED, '2026-03-03T05:00:00Z');
    await one.refresh();
    expect(await days()).toMatchObject([{ opening: 'spam', excluded: 'spam' }]);
  });

  it('are derived for many threads at once as for each alone, in the same number of statements', async () => {
    const threads = await Promise.all(Array.from({ length: 12 }, (_, n) => talk(`t${n}`)));
    for (const [n, thread] of threads.entries()) {
      await thread.buyer(`2026-03-0${3 + (n % 3)}T0${9 - (n % 9)}:00:00Z`, `ask ${n}`);
      if (n % 2 === 0) await thread.reply('2026-03-06T00:00:00Z', `answer ${n}`);
    }
    const statements = await countingStatements(async () => {
      await wired.get(RefreshClocksUseCase).executeMany(
        a,
        threads.map(({ id }) => ({ conversationId: id })),
        wired.clock.now(),
      );
    });
    const together = await days();
    expect(statements).toBe(3 + 2); // two more for a calendar and a policy that are met for the first time
    expect(together.map(({ opening }) => opening)).toEqual(['ask 6', 'ask 7', 'ask 8']);
    for (const thread of threads) await thread.refresh();
    expect(await days()).toEqual(together);
  });

  it('cost one thread three statements, and a fourth when the next alarm comes sooner', async () => {
    const [thread, early] = [await talk('t1'), await talk('t2')];
    await thread.refresh(); // meets the calendar and the policy
    await thread.buyer('2026-03-02T00:00:00Z', 'ask');
    expect(await countingStatements(() => thread.refresh())).toBe(3);
    await early.buyer('2026-02-23T08:30:00Z', 'early');
    expect(await countingStatements(() => early.refresh())).toBe(4);
  });
});

async function decide(thread: Talk, verb: string, at: string): Promise<void> {
  const event: NewEvent = {
    ...{ verb, subjectKind: 'conversation', subjectId: thread.id, conversationId: thread.id },
    at: new Date(at),
  };
  await wired.db.unitOfWork.run(a, () => {
    wired.db.events.append(a, event);
    return Promise.resolve();
  });
}

async function countingStatements(work: () => Promise<void>): Promise<number> {
  const spy = jest.spyOn(wired.db.database, 'query');
  const wakes = jest.spyOn(wired.get(JobQueue), 'enqueueBy');
  try {
    await work();
    return spy.mock.calls.length + wakes.mock.calls.length;
  } finally {
    spy.mockRestore();
    wakes.mockRestore();
  }
}
