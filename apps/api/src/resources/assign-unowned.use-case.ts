import { Injectable } from '@nestjs/common';
import { planAssignments, type BuyerGrade } from '@dangol/crm';
import { EventLog, TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import { queryAssignableMembers } from './assignable-members.query.ts';
import type { AssignedBuyers } from './assignment-rules.model.ts';
import { lockAssignment, queryAssignmentRules } from './assignment-rules.query.ts';
import { storeOwners } from './store-owners.query.ts';

/** Buyers of one run; who has more runs it again. */
const MOST = 10_000;

/** Gives every unowned buyer to whom the rules name, best grades first. */
@Injectable()
export class AssignUnownedUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  execute(ctx: TenantContext): Promise<AssignedBuyers> {
    return this.unitOfWork.run(ctx, async () => {
      await lockAssignment(this.database, ctx);
      const { rules } = await queryAssignmentRules(this.database, ctx);
      const unowned = await this.takeUnowned(ctx);
      const members = await queryAssignableMembers(this.database, ctx, rules.defaultCapacity);
      const planned = planAssignments(unowned, members, rules);
      await storeOwners(this.database, ctx, planned, this.clock.now());
      for (const { buyerId, memberId } of planned)
        this.events.append(ctx, {
          verb: 'buyer.owner_changed',
          subjectKind: 'buyer',
          subjectId: buyerId,
          buyerId,
          data: { from: null, to: memberId, cause: 'rules', rulesVersion: rules.version },
        });
      return { assigned: planned.length, left: await this.countUnowned(ctx) };
    });
  }

  /** A buyer in other hands at this moment is passed by: waiting for it while its holder waits for our lock would deadlock. */
  private takeUnowned(ctx: TenantContext): Promise<{ id: string; grade: BuyerGrade | null }[]> {
    return this.database.query(
      ctx,
      `select id, grade from buyers where workspace_id = $1 and owner_id is null and erased_at is null
       order by grade_rank, level_rank, id limit ${MOST} for no key update skip locked`,
      [ctx.workspaceId],
    );
  }

  private async countUnowned(ctx: TenantContext): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      ctx,
      `select count(*)::int as count from buyers where workspace_id = $1 and owner_id is null and erased_at is null`,
      [ctx.workspaceId],
    );
    return row?.count ?? 0;
  }
}
