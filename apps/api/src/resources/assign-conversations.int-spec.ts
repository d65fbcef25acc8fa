import { MembersRepository, RolesRepository, newId } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { armChannel, deliverAndApply, deliveryBody } from '../testing/inbound-deliveries.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { AssignConversationsJob } from './assign-conversations.job.ts';

const NOW = '2026-03-02T05:00:00Z'; // Monday 14:00 in Seoul

describe('the intake of conversations', () => {
  let wired: WiredFeatures;
  let a: SeededWorkspace;
  let seniors: string[];
  let pairs = 0;
  beforeAll(async () => {
    wired = await wireFeatures(NOW);
  });
  afterAll(() => wired.close());
  beforeEach(async () => {
    ({ a } = await seedTwoWorkspaces(wired.db, `-intake-${(pairs += 1)}`));
    await armChannel(wired, a);
    seniors = [await join('senior_rep'), await join('senior_rep')].toSorted();
  });

  const write = (sql: string, params: unknown[] = []) =>
    wired.db.unitOfWork.run(a, () => wired.db.database.query(a, sql, [a.workspaceId, ...params]));
  async function join(key: string): Promise<string> {
    const [id, accountId, email] = [newId(), newId(), `${newId()}@example.com`];
    const createdAt = new Date(NOW);
    await wired.db.unitOfWork.run(a, async () => {
      const [known] = await wired.get(RolesRepository).find(a, { key });
      const roleId = known?.id ?? newId();
      if (!known)
        await wired.get(RolesRepository).insert(a, { id: roleId, key, permissions: ['buyer:read'], createdAt });
      await wired.db.identity.createAccount({
        id: accountId,
        email,
        name: key,
        passwordHash: 'x',
        language: 'ko',
        now: createdAt,
      });
      await wired.get(MembersRepository).insert(a, { id, accountId, roleId, name: key, email, createdAt });
    });
    return id;
  }
  const arrive = (thread: string, sender = `sender of ${thread}`) =>
    deliverAndApply(
      wired,
      a,
      deliveryBody({
        externalId: newId(),
        sentAt: NOW,
        conversation: { externalId: thread },
        sender: { externalId: sender, name: sender },
      }),
    );
  /** Buyers as grading would leave them, without an owner, before the rules look. */
  const grade = (letter: 'A' | 'B' | 'C') =>
    write(`update buyers set grade = $2, grade_rank = $3, owner_id = null where workspace_id = $1`, [
      letter,
      'ABC'.indexOf(letter) + 1,
    ]);
  const run = () => wired.get(AssignConversationsJob).run({ workspaceId: a.workspaceId });
  const assignees = async () =>
    wired.db.database.query<{ thread: string; memberId: string | null; waits: boolean }>(
      a,
      `select external_id as thread, assignee_id as "memberId", needs_assignee as waits from conversations
       where workspace_id = $1 and external_id like 't-%' order by external_id`,
      [a.workspaceId],
    );
  const assigned = async () =>
    wired.db.database.query<{ conversationId: string; data: { cause: string; to: string } }>(
      a,
      `select conversation_id as "conversationId", data from events where workspace_id = $1 and verb = 'conversation.assigned'`,
      [a.workspaceId],
    );

  it('gives each once, turn by turn, however many workers run', async () => {
    const threads = Array.from({ length: 24 }, (_, index) => `t-${index}`);
    for (const thread of threads) await arrive(thread);
    expect(await wired.waitingJobs('assign-conversations')).toContainEqual({ workspaceId: a.workspaceId });
    await grade('A');
    await Promise.all([run(), run(), run(), run()]);
    const rows = await assignees();
    expect(rows).toHaveLength(24);
    for (const senior of seniors) expect(rows.filter(({ memberId }) => memberId === senior)).toHaveLength(12);
    expect(rows.some(({ waits }) => waits)).toBe(false);
    const events = await assigned();
    expect(new Set(events.map(({ conversationId }) => conversationId)).size).toBe(24);
    expect(events).toHaveLength(24);
  });

  it('leaves C to the assistant, and to people afterwards', async () => {
    await arrive('t-1');
    await grade('C');
    await run();
    expect(await assignees()).toEqual([{ thread: 't-1', memberId: null, waits: false }]);
    expect(await assigned()).toEqual([]);
  });

  it('goes by the rules when the owner of the buyer has left', async () => {
    await arrive('t-1', 'same');
    await grade('A');
    await write(`update buyers set owner_id = $2 where workspace_id = $1`, [seniors[0]]);
    await run();
    expect(await assignees()).toMatchObject([{ memberId: seniors[0] }]);
    await write(`update members set status = 'removed' where workspace_id = $1 and id = $2`, [seniors[0]]);
    await arrive('t-1', 'same');
    await arrive('t-2', 'same');
    await run();
    expect(await assignees()).toMatchObject([{ memberId: seniors[1] }, { memberId: seniors[1] }]);
    expect((await assigned()).map(({ data }) => data.cause)).toEqual(['owner', 'first_pool', 'same_buyer']);
  });

  it('leaves alone what a person has given away or taken', async () => {
    await arrive('t-1', 'same');
    await grade('A');
    await run();
    await write(`update conversations set assignee_id = null where workspace_id = $1`);
    await arrive('t-1', 'same');
    await run();
    expect(await assignees()).toMatchObject([{ memberId: null, waits: false }]);
  });

  it('shows one person no assignment', async () => {
    await write(`update members set status = 'removed' where workspace_id = $1 and id <> $2`, [a.ownerId]);
    await arrive('t-1');
    await grade('A');
    await run();
    expect(await assignees()).toEqual([{ thread: 't-1', memberId: null, waits: false }]);
    expect(await assigned()).toEqual([]);
  });
});
