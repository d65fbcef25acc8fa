import { estimateHours, type AssignmentRules, type BuyerGrade } from '@dangol/crm';
import type { Member } from '../workspaces/index.ts';
import type { GradeEffort, MemberWorkload } from './workload.model.ts';
import type { WorkloadCell, WorkloadMember } from './workload.query.ts';

const GRADES: readonly BuyerGrade[] = ['A', 'B', 'C'];

/** What the cells, the people and the rules come to. */
export interface WorkloadFigures {
  readonly cells: readonly WorkloadCell[];
  readonly rules: AssignmentRules;
  readonly baseCurrency: string;
}

/** One line per member whom the rules name, who owns buyers, or who worked. */
export function measureMembers(
  figures: WorkloadFigures,
  people: readonly Member[],
  standing: ReadonlyMap<string, WorkloadMember>,
): MemberWorkload[] {
  const { cells, rules } = figures;
  const named = new Set(GRADES.flatMap((grade) => rules.grades[grade].pools.flatMap(({ roles }) => roles)));
  const byMember = Map.groupBy(cells, ({ memberId }) => memberId);
  return people.flatMap((member) => {
    const own = byMember.get(member.id) ?? [];
    const isActive = standing.get(member.id)?.active ?? false;
    if (own.length === 0 && !(isActive && named.has(member.role))) return [];
    const capacity = standing.get(member.id)?.capacity ?? rules.defaultCapacity;
    return [{ member, role: member.role, capacity, ...measureMember(own, figures) }];
  });
}

function measureMember(
  own: readonly WorkloadCell[],
  { rules, baseCurrency }: WorkloadFigures,
): Omit<MemberWorkload, 'member' | 'role' | 'capacity'> {
  const [a, b, c] = GRADES.map((grade) => own.filter((cell) => cell.grade === grade));
  const hours = (cells: readonly WorkloadCell[] = []) => sum(cells.map((cell) => estimateHours(cell, rules)));
  const buyers = (cells: readonly WorkloadCell[] = []) => sum(cells.map(({ owned }) => owned));
  return {
    buyersA: buyers(a),
    buyersB: buyers(b),
    buyersC: buyers(c),
    waiting: sum(own.map(({ waiting }) => waiting)),
    replies: sum(own.map(({ replies }) => replies)),
    hours: hours(own),
    hoursA: hours(a),
    hoursB: hours(b),
    hoursC: hours(c),
    revenue: { minor: revenueOf(own), currency: baseCurrency },
  };
}

/** Effort of everybody per grade beside revenue, with shares. */
export function measureGrades({ cells, rules, baseCurrency }: WorkloadFigures): GradeEffort[] {
  const allHours = sum(cells.map((cell) => estimateHours(cell, rules)));
  const allRevenue = revenueOf(cells);
  return GRADES.map((grade) => {
    const own = cells.filter((cell) => cell.grade === grade);
    const hours = sum(own.map((cell) => estimateHours(cell, rules)));
    const revenue = revenueOf(own);
    return {
      grade,
      buyers: sum(own.map(({ owned }) => owned)),
      hours,
      hoursSharePercent: allHours > 0 ? (hours / allHours) * 100 : 0,
      targetSharePercent: rules.grades[grade].targetSharePercent,
      revenue: { minor: revenue, currency: baseCurrency },
      // A percentage of whole numbers: divided before it becomes a float, amounts above 2^53 keep their meaning.
      revenueSharePercent: allRevenue > 0n ? Number((revenue * 1_000_000n) / allRevenue) / 10_000 : null,
    };
  });
}

function revenueOf(cells: readonly WorkloadCell[]): bigint {
  return cells.reduce((total, { revenueMinor }) => total + BigInt(revenueMinor), 0n);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
