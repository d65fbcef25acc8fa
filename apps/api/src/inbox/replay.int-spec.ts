import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { armChannel, deliver, deliveryBody } from '../testing/inbound-deliveries.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { ApplyInboundMessageJob } from './apply-inbound-message.job.ts';

const NOW = '2026-03-20T01:00:00Z';
const FIRST_DAY = Date.parse('2026-03-02T00:00:00Z');
/** The clocks alone are replayed for 200 beside them (sla/replayed-feeds); here every message comes in through the webhook. */
const HISTORIES = 60;
const MINUTE_MS = 60_000;
const WORKERS = 3;

type Body = Record<string, unknown> & { externalId: string };

/** Numbers that look random and are the same in every run. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5) | 0;
    return ((state ^ (state >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A buyer's threads over two weeks: messages, replies made elsewhere, at times both in one instant. */
function historyOf(number: number, chance: () => number): Body[] {
  const threads = 1 + Math.floor(chance() * 3);
  let at = FIRST_DAY + Math.floor(chance() * 5 * 1440) * MINUTE_MS;
  let before = '';
  return Array.from({ length: 2 + Math.floor(chance() * 8) }, (_, index) => {
    const direction = chance() < 0.6 ? 'inbound' : 'outbound';
    // One in ten is in the same instant as the one before, where that was the other side: of one side nobody knows the order.
    const atOnce = chance() < 0.1 && index % 2 === 1 && direction !== before;
    at += atOnce ? 0 : Math.ceil(chance() * (chance() < 0.3 ? 2_000 : 200)) * MINUTE_MS + index;
    before = direction;
    const thread = Math.floor(chance() * threads);
    return deliveryBody({
      externalId: `h${number}-m${index}`,
      sentAt: new Date(at).toISOString(),
      direction,
      conversation: { externalId: `h${number}-t${thread}`, subject: `Thread ${thread}` },
      sender: { externalId: `h${number}`, name: `Buyer ${number}` },
      text: `Message ${index} of ${number}`,
    }) as Body;
  });
}

function shuffled<Item>(items: readonly Item[], chance: () => number): Item[] {
  return items
    .map((item) => ({ item, place: chance() }))
    .toSorted((left, right) => left.place - right.place)
    .map(({ item }) => item);
}

/** Cut into pieces of random length. */
function cut<Item>(items: readonly Item[], chance: () => number): Item[][] {
  const pieces: Item[][] = [];
  for (let from = 0; from < items.length;) {
    const length = 1 + Math.floor(chance() * 250);
    pieces.push(items.slice(from, from + length));
    from += length;
  }
  return pieces;
}

describe('any feed, twice, late and shuffled', () => {
  let wired: WiredFeatures;
  let inOrder: SeededWorkspace;
  let shaken: SeededWorkspace;
  beforeAll(async () => {
    wired = await wireFeatures(NOW);
    ({ a: inOrder, b: shaken } = await seedTwoWorkspaces(wired.db));
    for (const workspace of [inOrder, shaken]) {
      await armChannel(wired, workspace);
      // What has ended keeps the target of its day (spec sla, rule 9), and a grade remembers the one before: neither is the
      // feed's. So all grades are promised the same here; times, answers and order are what is compared.
      await wired.db.unitOfWork.run(workspace, () =>
        wired.db.database.query(
          workspace,
          `update sla_policies set policy = jsonb_set(policy, '{first,standard}', '{"A": 240, "B": 240, "C": 240}') where workspace_id = $1`,
          [workspace.workspaceId],
        ),
      );
    }
  });
  afterAll(() => wired.close());

  /** Applies what waits, by several workers, each job twice. */
  async function work({ workspaceId }: SeededWorkspace, chance: () => number, done: Set<string>): Promise<void> {
    const jobs = (await wired.waitingJobs('apply-inbound-message')).filter(
      (payload) => payload['workspaceId'] === workspaceId && !done.has(JSON.stringify(payload)),
    ) as { workspaceId: string; ids: string[] }[];
    for (const payload of jobs) done.add(JSON.stringify(payload));
    const runs = shuffled([...jobs, ...jobs], chance);
    const worker = async (): Promise<void> => {
      for (let next = runs.pop(); next; next = runs.pop())
        await wired.get(ApplyInboundMessageJob).run(next, { id: '1', attempt: 1, lastAttempt: false });
    };
    await Promise.all(Array.from({ length: WORKERS }, worker));
  }

  const read = (workspace: SeededWorkspace, sql: string) =>
    wired.db.database.query<Record<string, unknown>>(workspace, sql, [workspace.workspaceId]);
  const THREADS = `
    select c.external_id, b.name as buyer, c.subject, c.status, c.waiting_since, c.due_at, c.message_count, c.revision, c.last_message_at,
      (select json_agg(json_build_array(m.external_id, m.direction, m.sent_at) order by m.sent_at, m.external_id) from messages m
       where m.workspace_id = $1 and m.conversation_id = c.id) as messages
    from conversations c join buyers b on b.workspace_id = $1 and b.id = c.buyer_id
    where c.workspace_id = $1 and c.external_id like 'h%' order by c.external_id`;
  const CLOCKS = `
    select c.external_id, i.turn, i.status, i.opened_at, i.ended_at, i.due_at, i.target_minutes, i.met, i.response_wall_ms, i.response_business_seconds,
      o.external_id as opening, r.external_id as response
    from inquiries i join conversations c on c.workspace_id = $1 and c.id = i.conversation_id
    join messages o on o.workspace_id = $1 and o.id = i.opening_message_id
    left join messages r on r.workspace_id = $1 and r.id = i.first_response_message_id
    where i.workspace_id = $1 and c.external_id like 'h%' order by c.external_id, i.opened_at`;
  const SCORE = `
    select c.external_id, d.day::text, d.opened_at, d.responded_at, d.response_wall_ms, d.excluded
    from buyer_days d join conversations c on c.workspace_id = $1 and c.id = d.conversation_id
    where d.workspace_id = $1 and c.external_id like 'h%' order by c.external_id, d.day`;
  const RESOLUTIONS = `
    select c.external_id, r.status, r.opened_at, r.ended_at, r.business_seconds, r.paused_seconds, r.wall_ms
    from resolutions r join conversations c on c.workspace_id = $1 and c.id = r.conversation_id
    where r.workspace_id = $1 and c.external_id like 'h%' order by c.external_id, r.opened_at`;
  const REPORT = `
    select count(*) filter (where status = 'answered')::int as answered, count(*) filter (where status = 'open')::int as unanswered,
      avg(response_wall_ms) as mean, percentile_cont(array[0.5, 0.9, 0.95]) within group (order by response_wall_ms) as percentiles,
      avg(case when met then 1 else 0 end) as met
    from inquiries where workspace_id = $1 and opening_message_id in (select id from messages where workspace_id = $1 and external_id like 'h%')`;

  it('ends in the same threads, clocks and reports', async () => {
    const chance = chanceFrom(20_260_302);
    const histories = Array.from({ length: HISTORIES }, (_, number) => historyOf(number, chance));
    const feed = histories.flat();
    await Promise.all(feed.map((body) => deliver(wired, inOrder, body)));
    await work(inOrder, () => 0.5, new Set());

    const done = new Set<string>();
    for (const piece of cut(shuffled([...feed, ...feed], chance), chance)) {
      await Promise.all(piece.map((body) => deliver(wired, shaken, body)));
      // Cut at random: some pieces are applied before the next has come, some wait for it.
      if (chance() < 0.5) await work(shaken, chance, done);
    }
    await work(shaken, chance, done);

    for (const [what, sql] of Object.entries({ THREADS, CLOCKS, SCORE, RESOLUTIONS, REPORT })) {
      const expected = await read(inOrder, sql);
      expect({ what, rows: expected.length > 0 }).toEqual({ what, rows: true });
      expect({ what, rows: await read(shaken, sql) }).toEqual({ what, rows: expected });
    }
    const [stored] = await read(
      shaken,
      `select count(*)::int as messages from messages where workspace_id = $1 and external_id like 'h%'`,
    );
    expect(stored).toEqual({ messages: feed.length });
  }, 60_000);
});
