import { Injectable } from '@nestjs/common';
import { planAssignments, servedAs, type BuyerGrade } from '@dangol/crm';
import { EventLog, TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { queryAssignableMembers } from './assignable-members.query.ts';
import { lockAssignment, queryAssignmentRules } from './assignment-rules.query.ts';
import { storeOwners } from './store-owners.query.ts';

/** Gives buyers that never had an owner to whom the rules name, once they are graded. */
@Injectable()
export class AssignOwnerUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly events: EventLog,
  ) {}

  /**
   * Answers the new owner, or null when nothing was done: the buyer has an owner, had one (then people decide), or the rules
   * name nobody. Appends `buyer.owner_changed` in the name of the system.
   */
  async execute(ctx: TenantContext, buyerId: string, now: Date): Promise<string | null> {
    const [given] = await this.executeMany(ctx, [buyerId], now);
    return given?.memberId ?? null;
  }

  /** The same for many, in a fixed number of statements; answers those that have an owner now. */
  executeMany(
    ctx: TenantContext,
    buyerIds: readonly string[],
    now: Date,
  ): Promise<{ buyerId: string; memberId: string }[]> {
    return this.unitOfWork.run(ctx, async () => {
      const unowned = await this.neverOwned(ctx, buyerIds);
      if (unowned.length === 0) return [];
      const { rules } = await queryAssignmentRules(this.database, ctx);
      const served = unowned.filter(({ grade }) => !rules.grades[servedAs(grade)].assistantFirst);
      if (served.length === 0) return []; // before the lock: most messages end here
      await lockAssignment(this.database, ctx);
      const members = await queryAssignableMembers(this.database, ctx, rules.defaultCapacity);
      const planned = planAssignments(served, members, rules);
      await storeOwners(this.database, ctx, planned, now);
      for (const { buyerId, memberId } of planned) {
        this.events.append(
          { ...ctx, actor: { kind: 'system', id: null } },
          {
            verb: 'buyer.owner_changed',
            subjectKind: 'buyer',
            subjectId: buyerId,
            buyerId,
            data: { from: null, to: memberId, cause: 'rules', rulesVersion: rules.version },
          },
        );
      }
      return planned;
    });
  }

  /** Buyers without an owner whom nobody ever gave or took away, best grades first. */
  private neverOwned(
    ctx: TenantContext,
    buyerIds: readonly string[],
  ): Promise<{ id: string; grade: BuyerGrade | null }[]> {
    return this.database.query(
      ctx,
      `select b.id, b.grade from buyers b where b.workspace_id = $1 and b.id = any ($2::uuid[]) and b.owner_id is null and b.erased_at is null
         and not exists (select from events e where e.workspace_id = b.workspace_id and e.buyer_id = b.id and e.verb = 'buyer.owner_changed')
       order by b.grade_rank, b.level_rank, b.id for no key update of b`,
      [ctx.workspaceId, buyerIds],
      { name: 'buyers-never-owned' },
    );
  }
}
