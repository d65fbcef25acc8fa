import { Injectable } from '@nestjs/common';
import { planAssignment, type Assignment, type BuyerGrade } from '@dangol/crm';
import { TenantDatabase, wholeWorkspace } from '@dangol/db';
import type { RequestContext } from '../platform/context/request-context.ts';
import { queryAssignableMembers } from './assignable-members.query.ts';
import { queryAssignmentRules } from './assignment-rules.query.ts';

/** Names the owner that the rules would choose for a buyer now, whoever owns it. */
@Injectable()
export class SuggestOwnerUseCase {
  constructor(private readonly database: TenantDatabase) {}

  /** Null when there is no such buyer for the caller. Loads count everybody's buyers, whichever the caller may see. */
  async execute(ctx: RequestContext, buyerId: string): Promise<Assignment | null> {
    const [buyer] = await this.database.query<{ grade: BuyerGrade | null }>(
      ctx,
      `select grade from buyers where workspace_id = $1 and id = $2 and erased_at is null`,
      [ctx.workspaceId, buyerId],
    );
    if (!buyer) return null;
    const { rules } = await queryAssignmentRules(this.database, ctx);
    const whole = wholeWorkspace(ctx);
    return planAssignment(
      buyer.grade,
      await queryAssignableMembers(this.database, whole, rules.defaultCapacity, buyerId),
      rules,
    );
  }
}
