import fc from 'fast-check';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { armChannel, deliverAndApply, deliveryBody } from '../testing/inbound-deliveries.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';

/** Friday, 18:00 in Seoul; the feed tells of the week before. */
const NOW = '2026-03-06T09:00:00Z';
const WEEK_BEGINS = Date.parse('2026-03-01T00:00:00Z');
/** Histories that are played into the database, each in order and as a feed may bring it; many more are played in libs/crm. */
const RUNS = 4;

let wired: WiredFeatures;
let pairs = 0;
beforeAll(async () => {
  wired = await wireFeatures(NOW);
});
afterAll(() => wired.close());

/** Up to ten messages of a buyer and of ours on up to two threads; no two in the same minute, whose order nobody could know. */
const feeds = fc
  .uniqueArray(
    fc.record({
      minute: fc.integer({ min: 0, max: 5 * 1440 }),
      ours: fc.constantFrom(false, false, true),
      thread: fc.constantFrom('thread-x', 'thread-y'),
    }),
    { minLength: 3, maxLength: 10, selector: ({ minute }) => minute },
  )
  .map((moments) =>
    moments.map(({ minute, ours, thread }, index) => ({
      externalId: `m${index}`,
      sentAt: new Date(WEEK_BEGINS + minute * 60_000).toISOString(),
      direction: ours ? ('outbound' as const) : ('inbound' as const),
      conversation: { externalId: thread },
      text: `message ${index}`,
    })),
  )
  // Who begins a thread is the buyer: a thread that we begin has nobody to reply to yet.
  .filter((feed) => feed[0]!.direction === 'inbound');
const replays = feeds.chain((feed) =>
  fc.tuple(fc.constant(feed), fc.shuffledSubarray([...feed, ...feed], { minLength: feed.length * 2 })),
);

const TABLES = {
  threads: `select external_id, status, waiting_since, due_at, message_count, preview, last_message_at, last_direction, pending_delivery
    from conversations where workspace_id = $1 and external_id like 'thread-_' and external_id <> 'thread-1' order by 1`,
  inquiries: `select c.external_id, o.external_id as opening, i.turn, i.opened_at, i.status, i.ended_at, r.external_id as response, i.target_minutes, i.due_at,
      i.response_business_seconds, i.response_wall_ms, i.met
    from inquiries i join conversations c on c.workspace_id = $1 and c.id = i.conversation_id join messages o on o.workspace_id = $1 and o.id = i.opening_message_id
    left join messages r on r.workspace_id = $1 and r.id = i.first_response_message_id
    where i.workspace_id = $1 and c.external_id <> 'thread-1' order by i.opened_at`,
  buyerDays: `select d.day::text as day, c.external_id, o.external_id as opening, d.opened_at, r.external_id as response, d.responded_at, d.response_wall_ms, d.first_ack_at, d.excluded
    from buyer_days d join conversations c on c.workspace_id = $1 and c.id = d.conversation_id join messages o on o.workspace_id = $1 and o.id = d.opening_message_id
    left join messages r on r.workspace_id = $1 and r.id = d.response_message_id
    where d.workspace_id = $1 and c.external_id <> 'thread-1' order by d.opened_at`,
  cases: `select c.external_id, o.external_id as opening, x.opened_at, x.status, x.ended_at, x.due_at, x.business_seconds, x.paused_seconds, x.wall_ms, x.running_since, x.met
    from resolutions x join conversations c on c.workspace_id = $1 and c.id = x.conversation_id join messages o on o.workspace_id = $1 and o.id = x.opening_message_id
    where x.workspace_id = $1 and c.external_id <> 'thread-1' order by x.opened_at`,
  alarms: `select c.external_id, x.kind, x.at, x.fired_at from clock_alarms x join conversations c on c.workspace_id = $1 and c.id = x.conversation_id
    where x.workspace_id = $1 and c.external_id <> 'thread-1' order by 1, 2`,
} as const;

async function everything(workspace: SeededWorkspace): Promise<Record<string, unknown[]>> {
  const read = Object.entries(TABLES).map(
    async ([name, sql]) => [name, await wired.db.database.query(workspace, sql, [workspace.workspaceId])] as const,
  );
  return Object.fromEntries(await Promise.all(read));
}

it('a feed shuffled and doubled ends in the same threads, clocks and rows that reports read', async () => {
  await fc.assert(
    fc.asyncProperty(replays, async ([feed, replayed]) => {
      const { a, b } = await seedTwoWorkspaces(wired.db, `-${(pairs += 1)}`);
      for (const workspace of [a, b]) await armChannel(wired, workspace);
      const inOrder = feed.toSorted((one, other) => (one.sentAt < other.sentAt ? -1 : 1));
      for (const fields of inOrder) await deliverAndApply(wired, a, deliveryBody(fields));
      for (const fields of replayed) await deliverAndApply(wired, b, deliveryBody(fields));
      const expected = await everything(a);
      expect(await everything(b)).toEqual(expected);
      expect(expected['inquiries']!.length).toBeGreaterThan(0);
      expect(expected['buyerDays']!.length).toBeGreaterThan(0);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
});
