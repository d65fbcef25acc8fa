import { Injectable } from '@nestjs/common';
import { planAssignment, servedAs, type BuyerGrade } from '@dangol/crm';
import { BuyersRepository, EventLog, TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { queryAssignableMembers } from './assignable-members.query.ts';
import { lockAssignment, queryAssignmentRules } from './assignment-rules.query.ts';

/** Gives a buyer that never had an owner to whom the rules name, once it is graded. */
@Injectable()
export class AssignOwnerUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly buyers: BuyersRepository,
    private readonly events: EventLog,
  ) {}

  /**
   * Answers the new owner, or null when nothing was done: the buyer has an owner, had one (then people decide), or the rules
   * name nobody. Appends `buyer.owner_changed` in the name of the system.
   */
  execute(ctx: TenantContext, buyerId: string, now: Date): Promise<string | null> {
    return this.unitOfWork.run(ctx, async () => {
      const grade = await this.neverOwned(ctx, buyerId);
      if (grade === undefined) return null;
      const { rules } = await queryAssignmentRules(this.database, ctx);
      if (rules.grades[servedAs(grade)].assistantFirst) return null; // before the lock: most messages end here
      await lockAssignment(this.database, ctx);
      const members = await queryAssignableMembers(this.database, ctx, rules.defaultCapacity);
      const { memberId } = planAssignment(grade, members, rules);
      if (memberId === null) return null;
      await this.buyers.update(ctx, buyerId, { ownerId: memberId, updatedAt: now });
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
      return memberId;
    });
  }

  /** The grade of a buyer without an owner whom nobody ever gave or took away; undefined for any other. */
  private async neverOwned(ctx: TenantContext, buyerId: string): Promise<BuyerGrade | null | undefined> {
    const [buyer] = await this.database.query<{ grade: BuyerGrade | null }>(
      ctx,
      `select b.grade from buyers b where b.workspace_id = $1 and b.id = $2 and b.owner_id is null and b.erased_at is null
         and not exists (select from events e where e.workspace_id = b.workspace_id and e.buyer_id = b.id and e.verb = 'buyer.owner_changed')
       for no key update of b`,
      [ctx.workspaceId, buyerId],
      { name: 'buyer-never-owned' },
    );
    return buyer && buyer.grade;
  }
}
