import type { AssignmentPool, AssignmentRules } from './assignment-rules.ts';

const GRADES = ['A', 'B', 'C'] as const;
/** Bounds of ours, far from any real team: they keep hours and loads readable. */
const MAX_POOLS = 5;
const MAX_MINUTES = 480;
const MAX_CAPACITY = 10_000;

/** What cannot be taken in a set of assignment rules: where, and why in English for developers. */
export interface AssignmentRulesProblem {
  readonly path: string;
  readonly problem: string;
}

/** The first thing that cannot be taken in the rules, or null. `roles` are the keys of the workspace's roles. */
export function findAssignmentRulesProblem(
  rules: Omit<AssignmentRules, 'version'>,
  roles: readonly string[],
): AssignmentRulesProblem | null {
  for (const grade of GRADES) {
    const { pools, targetSharePercent } = rules.grades[grade];
    const path = `grades.${grade}`;
    if (!isWhole(targetSharePercent, 0, 100))
      return { path: `${path}.targetSharePercent`, problem: 'must be 0 to 100' };
    if (pools.length === 0 || pools.length > MAX_POOLS)
      return { path: `${path}.pools`, problem: `must hold 1 to ${MAX_POOLS} pools` };
    const wrong = pools.map((pool, index) => poolProblem(pool, `${path}.pools.${index}.roles`, roles)).find(Boolean);
    if (wrong) return wrong;
  }
  const shares = GRADES.reduce((sum, grade) => sum + rules.grades[grade].targetSharePercent, 0);
  if (shares !== 100) return { path: 'grades', problem: `the target shares add up to ${shares}, not 100` };
  for (const path of ['minutesPerReply', 'minutesPerNote', 'minutesPerSample'] as const)
    if (!isWhole(rules[path], 0, MAX_MINUTES)) return { path, problem: `must be 0 to ${MAX_MINUTES}` };
  if (!isWhole(rules.defaultCapacity, 0, MAX_CAPACITY))
    return { path: 'defaultCapacity', problem: `must be 0 to ${MAX_CAPACITY}` };
  return null;
}

function poolProblem(pool: AssignmentPool, path: string, roles: readonly string[]): AssignmentRulesProblem | null {
  if (pool.roles.length === 0) return { path, problem: 'must name a role' };
  if (new Set(pool.roles).size < pool.roles.length) return { path, problem: 'names a role twice' };
  const unknown = pool.roles.find((role) => !roles.includes(role));
  return unknown === undefined ? null : { path, problem: `there is no role "${unknown}"` };
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
