import type { TenantContext, TenantDatabase } from '@dangol/db';
import { queryMembers } from '../workspaces/index.ts';
import { queryAssignmentRules } from './assignment-rules.query.ts';
import { measureGrades, measureMembers } from './measure-workload.ts';
import { queryViolations } from './violations.query.ts';
import type { Workload } from './workload.model.ts';
import { queryWorkloadCells, queryWorkloadSettings } from './workload.query.ts';

/** Effort per member and per grade beside revenue, over the last `days` days of the workspace's zone. */
export async function loadWorkload(
  database: TenantDatabase,
  ctx: TenantContext,
  days: number,
  now: Date,
): Promise<Workload> {
  const { rules } = await queryAssignmentRules(database, ctx);
  const [cells, settings, people, violations] = await Promise.all([
    queryWorkloadCells(database, ctx, days, now),
    queryWorkloadSettings(database, ctx),
    queryMembers(database, ctx),
    queryViolations(database, ctx, rules),
  ]);
  const figures = { cells, rules, baseCurrency: settings.baseCurrency };
  const byId = new Map(people.map((member) => [member.id, member]));
  return {
    days,
    members: measureMembers(figures, people, settings.members),
    grades: measureGrades(figures),
    violations: violations.flatMap(({ buyer, ownerId, rule }) => {
      const owner = byId.get(ownerId);
      return owner ? [{ buyer, owner, rule }] : [];
    }),
    unassigned: cells.filter(({ memberId }) => memberId === null).reduce((total, { owned }) => total + owned, 0),
  };
}
