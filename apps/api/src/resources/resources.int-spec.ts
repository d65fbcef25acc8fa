import { DEFAULT_ASSIGNMENT_RULES, type BuyerGrade } from '@dangol/crm';
import { EventLog, isRefused, MembersRepository, newId, RolesRepository, type TenantContext } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import type { RequestContext } from '../platform/context/request-context.ts';
import { armChannel, deliver, apply, deliverAndApply, deliveryBody } from '../testing/inbound-deliveries.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { AssignUnownedUseCase } from './assign-unowned.use-case.ts';
import type { AssignmentRulesInput } from './assignment-rules.model.ts';
import { loadAssignmentRules } from './load-assignment-rules.ts';
import { loadWorkload } from './load-workload.ts';
import { SaveAssignmentRulesUseCase } from './save-assignment-rules.use-case.ts';
import { SetMemberCapacityUseCase } from './set-member-capacity.use-case.ts';
import { SuggestOwnerUseCase } from './suggest-owner.use-case.ts';

const NOW = '2026-03-02T05:00:00Z'; // Monday 14:00 in Seoul

describe('resources', () => {
  let wired: WiredFeatures;
  let a: SeededWorkspace;
  let b: SeededWorkspace;
  let senior: string;
  let rep: string;
  let pairs = 0;
  beforeAll(async () => {
    wired = await wireFeatures(NOW);
  });
  afterAll(() => wired.close());
  beforeEach(async () => {
    ({ a, b } = await seedTwoWorkspaces(wired.db, `-${(pairs += 1)}`));
    await armChannel(wired, a);
    senior = await join(a, 'senior_rep');
    rep = await join(a, 'rep');
  });

  /** A member of a role, made with it. */
  async function join(ctx: TenantContext, key: string): Promise<string> {
    const [roleId, id, accountId] = [newId(), newId(), newId()];
    const email = `${key}-${id}@example.com`;
    const createdAt = new Date(NOW);
    await wired.db.unitOfWork.run(ctx, async () => {
      await wired.get(RolesRepository).insert(ctx, { id: roleId, key, permissions: ['buyer:read'], createdAt });
      await wired.db.identity.createAccount({
        id: accountId,
        email,
        name: key,
        passwordHash: 'x',
        language: 'ko',
        now: createdAt,
      });
      await wired.get(MembersRepository).insert(ctx, { id, accountId, roleId, name: key, email, createdAt });
    });
    return id;
  }
  const write = (ctx: TenantContext, sql: string, params: unknown[] = []) =>
    wired.db.unitOfWork.run(ctx, () => wired.db.database.query(ctx, sql, params));
  /** A buyer as grading would leave it. */
  async function buyer(ctx: TenantContext, grade: BuyerGrade | null, ownerId: string | null = null): Promise<string> {
    const id = newId();
    await write(
      ctx,
      `insert into buyers (workspace_id, id, name, grade, grade_rank, owner_id, stage_since, created_at, updated_at)
       values ($1, $2, 'Buyer', $3, $4, $5, $6, $6, $6)`,
      [ctx.workspaceId, id, grade, grade === null ? 4 : 'ABC'.indexOf(grade) + 1, ownerId, new Date(NOW)],
    );
    return id;
  }
  const ownerOf = async (ctx: TenantContext, id: string) => {
    const sql = `select owner_id as "ownerId" from buyers where workspace_id = $1 and id = $2`;
    return (await wired.db.database.query<{ ownerId: string | null }>(ctx, sql, [ctx.workspaceId, id]))[0]!.ownerId;
  };
  const owners = async (ctx: TenantContext, name: string) =>
    (
      await wired.db.database.query<{ ownerId: string | null }>(
        ctx,
        `select owner_id as "ownerId" from buyers where workspace_id = $1 and name = $2 order by owner_id`,
        [ctx.workspaceId, name],
      )
    ).map(({ ownerId }) => ownerId);
  const capacity = (memberId: string, value: number | null) =>
    wired.get(SetMemberCapacityUseCase).execute(as(a), memberId, value);
  const as = (ctx: SeededWorkspace): RequestContext =>
    ({ ...ctx, member: { id: ctx.ownerId, name: 'owner', role: 'owner' } }) as unknown as RequestContext;
  const message = (n: number, level: 'L1' | 'L2') =>
    deliveryBody({
      externalId: `m${n}`,
      conversation: { externalId: `thread-${n}` },
      sender: { externalId: `s${n}`, name: `New ${n}`, platformLevel: level },
    });

  describe('a new buyer', () => {
    it('gets its owner by the rules once graded, with an event; C stays with the assistant', async () => {
      await deliverAndApply(wired, a, message(1, 'L2')); // 42 points: B
      await deliverAndApply(wired, a, message(2, 'L1')); // 38 points: C
      expect(await owners(a, 'New 1')).toEqual([senior]);
      expect(await owners(a, 'New 2')).toEqual([null]);
      const events = await wired.db.database.query(
        a,
        `select actor_kind, data from events where workspace_id = $1 and verb = 'buyer.owner_changed'`,
        [a.workspaceId],
      );
      expect(events).toEqual([
        { actor_kind: 'system', data: { from: null, to: senior, cause: 'rules', rulesVersion: 1 } },
      ]);
    });

    it('keeps whom people gave it to, or took it from', async () => {
      await deliverAndApply(wired, a, message(1, 'L2'));
      const sql = `select id from buyers where workspace_id = $1 and name = 'New 1'`;
      const [{ id }] = (await wired.db.database.query<{ id: string }>(a, sql, [a.workspaceId])) as [{ id: string }];
      await wired.db.unitOfWork.run(a, async () => {
        await wired.db.database.query(a, `update buyers set owner_id = null where id = $1`, [id]);
        wired
          .get(EventLog)
          .append(a, { verb: 'buyer.owner_changed', subjectKind: 'buyer', subjectId: id, buyerId: id });
      });
      await deliverAndApply(wired, a, { ...message(1, 'L2'), externalId: 'again' });
      expect(await ownerOf(a, id)).toBeNull();
    });

    it('never fills a senior past capacity, however many arrive at once', async () => {
      await capacity(senior, 2);
      const ids = await Promise.all(
        Array.from({ length: 8 }, async (_, n) => (await deliver(wired, a, message(n, 'L2'))).id),
      );
      await Promise.all(ids.map((id) => apply(wired, a, id)));
      const sql = `select owner_id as "ownerId", count(*)::int as count from buyers where workspace_id = $1 and name like 'New %' group by 1`;
      const counts = await wired.db.database.query<{ ownerId: string; count: number }>(a, sql, [a.workspaceId]);
      expect(Object.fromEntries(counts.map(({ ownerId, count }) => [ownerId, count]))).toEqual({
        [senior]: 2,
        [rep]: 6,
      });
    });
  });

  describe('assignUnowned', () => {
    it('gives A and B by the rules, leaves C, touches no other workspace, and does nothing the second time', async () => {
      await capacity(senior, 2);
      const [c, b1, b2, top] = [await buyer(a, 'C'), await buyer(a, 'B'), await buyer(a, 'B'), await buyer(a, 'A')];
      const foreign = await buyer(b, 'A');
      const assign = wired.get(AssignUnownedUseCase);
      expect(await assign.execute(a)).toEqual({ assigned: 3, left: 1 });
      expect(await ownerOf(a, top)).toBe(senior); // A first, though it came last
      expect([await ownerOf(a, b1), await ownerOf(a, b2)].toSorted()).toEqual([senior, rep].toSorted());
      expect(await ownerOf(a, c)).toBeNull();
      expect(await ownerOf(b, foreign)).toBeNull();
      expect(await assign.execute(a)).toEqual({ assigned: 0, left: 1 });
    });

    it('run twice at once gives each buyer once', async () => {
      for (let n = 0; n < 5; n += 1) await buyer(a, 'A');
      const assign = wired.get(AssignUnownedUseCase);
      const runs = await Promise.all([assign.execute(a), assign.execute(a)]);
      expect(runs[0].assigned + runs[1].assigned).toBe(5);
      const sql = `select count(*)::int as count from events where workspace_id = $1 and verb = 'buyer.owner_changed'`;
      expect(await wired.db.database.query(a, sql, [a.workspaceId])).toEqual([{ count: 5 }]);
    });
  });

  it('suggests an owner without counting the buyer itself, and nothing for another workspace', async () => {
    await capacity(senior, 1);
    const own = await buyer(a, 'B', senior);
    const suggest = wired.get(SuggestOwnerUseCase);
    expect(await suggest.execute(as(a), own)).toEqual({ memberId: senior, reason: 'first_pool' });
    expect(await suggest.execute(as(a), await buyer(a, 'B'))).toEqual({ memberId: rep, reason: 'later_pool' });
    expect(await suggest.execute(as(a), await buyer(a, null))).toEqual({ memberId: null, reason: 'assistant_first' });
    expect(await suggest.execute(as(b), own)).toBeNull();
  });

  it('counts the loads of everybody for a member who sees own buyers only, and suggests for those alone', async () => {
    await capacity(senior, 1);
    const theirs = await buyer(a, 'B', senior);
    const own = await buyer(a, 'B', rep);
    const scoped = { ...as(a), ownRecordsOf: rep };
    const suggest = wired.get(SuggestOwnerUseCase);
    expect(await suggest.execute(scoped, own)).toEqual({ memberId: rep, reason: 'later_pool' });
    expect(await suggest.execute(scoped, theirs)).toBeNull();
    const { members } = await loadWorkload(wired.db.database, scoped, 7, new Date(NOW));
    expect(members.find(({ member }) => member.id === senior)).toMatchObject({ buyersB: 0 });
    expect(members.find(({ member }) => member.id === rep)).toMatchObject({ buyersB: 1 });
  });

  describe('the rules', () => {
    const input = (changes: Partial<AssignmentRulesInput> = {}): AssignmentRulesInput => {
      const { version, grades, ...rest } = DEFAULT_ASSIGNMENT_RULES;
      const list = (['A', 'B', 'C'] as const).map((grade) => {
        const { pools, ...rule } = grades[grade];
        const known = pools.map((pool) => ({ ...pool, roles: pool.roles.filter((role) => role !== 'manager') }));
        return { grade, ...rule, pools: known };
      });
      return { ...rest, grades: list, basedOn: version, ...changes };
    };
    const save = (ctx: SeededWorkspace, given: AssignmentRulesInput) =>
      wired.get(SaveAssignmentRulesUseCase).execute(as(ctx), given);

    it('are versioned; of two who edit one version the second is told', async () => {
      const outcomes = await Promise.all([
        save(a, input({ minutesPerReply: 7 })),
        save(a, input({ minutesPerReply: 9 })),
      ]);
      expect(outcomes.flatMap((outcome) => (isRefused(outcome) ? [outcome.refusal] : []))).toMatchObject([
        { code: 'RULES_MOVED', version: 2 },
      ]);
      expect(await loadAssignmentRules(wired.db.database, a)).toMatchObject({
        version: 2,
        createdBy: { id: a.ownerId },
      });
      expect((await loadAssignmentRules(wired.db.database, b)).version).toBe(1);
    });

    it('are the default of the house while none is stored', async () => {
      await write(a, `delete from assignment_rules where workspace_id = $1`, [a.workspaceId]);
      expect(await loadAssignmentRules(wired.db.database, a)).toMatchObject({
        version: 1,
        createdBy: null,
        defaultCapacity: 60,
      });
      expect(await save(a, input())).toEqual({ version: 2 });
    });

    it.each([
      ['grades.A.pools.0.roles', (all: AssignmentRulesInput) => (all.grades[0]!.pools[0]!.roles = ['chief'])],
      ['grades', (all: AssignmentRulesInput) => (all.grades[1]!.targetSharePercent = 31)],
      ['grades', (all: AssignmentRulesInput) => (all.grades[2]!.grade = 'A')],
      ['grades', (all: AssignmentRulesInput) => all.grades.pop()],
      ['defaultCapacity', (all: AssignmentRulesInput) => (all.defaultCapacity = -1)],
    ])('refuse a wrong %s and store nothing', async (field, spoil) => {
      const wrong = input();
      spoil(wrong);
      const outcome = await save(a, wrong);
      expect(isRefused(outcome) && outcome.refusal).toMatchObject({ code: 'INVALID_FIELD', field });
      expect((await loadAssignmentRules(wired.db.database, a)).version).toBe(1);
    });
  });

  it('keeps the capacity of one workspace out of the other', async () => {
    const outcome = await wired.get(SetMemberCapacityUseCase).execute(as(b), senior, 3);
    expect(isRefused(outcome) && outcome.refusal).toMatchObject({ code: 'NOT_FOUND' });
    expect(await wired.get(MembersRepository).findById(a, senior)).toMatchObject({ capacity: null });
  });

  it('measures effort per member and grade beside revenue, and shows who breaks the rules', async () => {
    await write(a, `update buyers set grade = 'B', grade_rank = 2 where workspace_id = $1`, [a.workspaceId]);
    const wrong = await buyer(a, 'A', rep);
    await buyer(a, 'A', senior);
    await buyer(a, null);
    await write(
      a,
      `insert into messages (workspace_id, id, conversation_id, channel_id, direction, author_kind, author_member_id, revision, text, sent_at, created_at, delivery_status)
       select $1, gen_random_uuid(), $2, $3, d, 'member', $4, n, 'x', $5::timestamptz - make_interval(days => age), $5, s
       from (values (2, 'outbound', 'delivered', 0), (3, 'outbound', 'failed', 0), (4, 'note', null, 0), (5, 'outbound', 'delivered', 29), (6, 'outbound', 'delivered', 30)) as v (n, d, s, age)`,
      [a.workspaceId, a.conversationId, a.channelId, rep, new Date(NOW)],
    );
    const seen = await loadWorkload(wired.db.database, a, 30, new Date(NOW));
    const line = (id: string) => seen.members.find(({ member }) => member.id === id);
    // Two delivered replies inside 30 days, one note: 23 minutes for the seeded B buyer.
    expect(line(rep)).toMatchObject({ capacity: 60, buyersA: 1, replies: 2, hoursA: 0 });
    expect(line(rep)!.hoursB).toBeCloseTo(23 / 60);
    expect(line(senior)).toMatchObject({ buyersA: 1, waiting: 0, hours: 0 });
    // The owner asked for the seeded sample, 30 minutes, wrote a note, 3, has the waiting thread, and the paid order of today.
    expect(line(a.ownerId)).toMatchObject({ waiting: 1, buyersB: 1, revenue: { minor: 120_000n, currency: 'USD' } });
    expect(line(a.viewerId)).toBeUndefined();
    const [gradeA, gradeB, gradeC] = seen.grades;
    expect(gradeA).toMatchObject({
      buyers: 2,
      hours: 0,
      hoursSharePercent: 0,
      targetSharePercent: 60,
      revenueSharePercent: 0,
    });
    expect(gradeB).toMatchObject({ buyers: 1, hoursSharePercent: 100, revenueSharePercent: 100 });
    expect(gradeB!.hours).toBeCloseTo(56 / 60);
    expect(gradeC).toMatchObject({ buyers: 1, hours: 0 });
    expect(seen.unassigned).toBe(1);
    expect(seen.violations).toMatchObject([{ buyer: { id: wrong }, owner: { id: rep }, rule: 'a_needs_senior' }]);
    expect((await loadWorkload(wired.db.database, b, 30, new Date(NOW))).violations).toEqual([]);
  });

  it('shows a buyer whose owner left, and keeps the owner', async () => {
    const left = await buyer(a, 'B', rep);
    await write(a, `update members set status = 'removed' where workspace_id = $1 and id = $2`, [a.workspaceId, rep]);
    const { violations } = await loadWorkload(wired.db.database, a, 7, new Date(NOW));
    expect(violations).toMatchObject([{ buyer: { id: left }, rule: 'owner_left' }]);
    expect(await ownerOf(a, left)).toBe(rep);
  });
});
