import type { BuyerGrade } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { queryMember } from '../workspaces/index.ts';
import { AssignmentRules } from './assignment-rules.model.ts';
import { queryAssignmentRules } from './assignment-rules.query.ts';

const GRADES: readonly BuyerGrade[] = ['A', 'B', 'C'];

/** The rules that stand, as GraphQL shows them. */
export async function loadAssignmentRules(database: TenantDatabase, ctx: TenantContext): Promise<AssignmentRules> {
  const { rules, createdAt, createdById } = await queryAssignmentRules(database, ctx);
  const { grades, ...rest } = rules;
  return Object.assign(new AssignmentRules(), rest, {
    grades: GRADES.map((grade) => ({ grade, ...grades[grade] })),
    createdAt,
    createdBy: createdById ? await queryMember(database, ctx, createdById) : null,
  });
}
