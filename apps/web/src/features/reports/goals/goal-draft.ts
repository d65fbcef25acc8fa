import { type GoalPlan, planGoal } from '@dangol/crm';
import type { GoalCounted, GoalRowFragment, SaveGoalInput } from '../../../generated/graphql.ts';
import { amountText, parseAmount } from '../../../platform/forms/parse-amount.ts';

export const GRADES = ['A', 'B', 'C'] as const;
export type Grade = (typeof GRADES)[number];
export const COUNTED = ['ALL', 'ORDERED', 'REPEAT', 'PLATFORM_LEVEL'] as const satisfies GoalCounted[];

/** A goal as it is typed. */
export interface GoalDraft {
  readonly name: string;
  readonly year: string;
  readonly target: string;
  readonly currency: string;
  readonly counted: GoalCounted;
  readonly groups: Readonly<Record<Grade, { readonly buyers: string; readonly average: string }>>;
  readonly ownerId: string;
  readonly dueOn: string;
}

export type GoalField =
  | 'name'
  | 'year'
  | 'target'
  | 'currency'
  | 'dueOn'
  | 'ownerId'
  | 'groups'
  | `groups.${Grade}.buyers`
  | `groups.${Grade}.average`;

const EMPTY_GROUP = { buyers: '', average: '' };

/** A new goal for a year, ending with it. */
export function newGoalDraft(currency: string, year: string): GoalDraft {
  return {
    name: '',
    year,
    target: '',
    currency,
    counted: 'ORDERED',
    groups: { A: EMPTY_GROUP, B: EMPTY_GROUP, C: EMPTY_GROUP },
    ownerId: '',
    dueOn: `${year}-12-31`,
  };
}

export function goalDraftOf(goal: GoalRowFragment): GoalDraft {
  const group = (grade: Grade) => {
    const found = goal.groups.find((each) => each.grade === grade);
    return found
      ? { buyers: String(found.buyers), average: amountText(found.averageOrder.minor, found.averageOrder.currency) }
      : EMPTY_GROUP;
  };
  return {
    name: goal.name,
    year: String(goal.year),
    target: amountText(goal.target.minor, goal.target.currency),
    currency: goal.target.currency,
    counted: goal.counted,
    groups: { A: group('A'), B: group('B'), C: group('C') },
    ownerId: goal.owner?.id ?? '',
    dueOn: goal.dueOn,
  };
}

const isCurrency = (text: string) => /^[A-Z]{3}$/.test(text);

function readBuyers(typed: string): number | null {
  const text = typed.replace(/[\s,]/g, '');
  return /^\d{1,8}$/.test(text) ? Number(text) : null;
}

interface ReadGroup {
  grade: Grade;
  buyers: number;
  averageOrderMinor: bigint;
}

/** The groups that are filled in, and the fields that hold no number. A group of which nothing is typed is none. */
function readGroups(draft: GoalDraft): { groups: ReadGroup[]; wrong: GoalField[] } {
  const wrong: GoalField[] = [];
  const groups = GRADES.flatMap((grade): ReadGroup[] => {
    const typed = draft.groups[grade];
    if (typed.buyers.trim() === '' && typed.average.trim() === '') return [];
    const buyers = readBuyers(typed.buyers);
    const averageOrderMinor = parseAmount(typed.average, draft.currency);
    if (buyers === null) wrong.push(`groups.${grade}.buyers`);
    if (averageOrderMinor === null || averageOrderMinor < 0n) wrong.push(`groups.${grade}.average`);
    return buyers === null || averageOrderMinor === null ? [] : [{ grade, buyers, averageOrderMinor }];
  });
  return { groups, wrong };
}

/** What is typed comes to, exactly, as far as it can be read: product per grade, their sum, the gap to the target. */
export function planOf(draft: GoalDraft): {
  productOf: Readonly<Partial<Record<Grade, bigint>>>;
  plan: GoalPlan;
  targetMinor: bigint | null;
} | null {
  if (!isCurrency(draft.currency)) return null;
  const { groups } = readGroups(draft);
  const targetMinor = parseAmount(draft.target, draft.currency);
  const plan = planGoal(groups, targetMinor ?? 0n);
  return {
    productOf: Object.fromEntries(groups.map(({ grade }, at) => [grade, plan.productsMinor[at] ?? 0n])),
    plan,
    targetMinor,
  };
}

/** What would be saved, or the fields that cannot be. */
export function readGoal(
  id: string,
  draft: GoalDraft,
): { input: SaveGoalInput; wrong: null } | { input: null; wrong: readonly GoalField[] } {
  const wrong: GoalField[] = [];
  const year = /^\d{4}$/.test(draft.year.trim()) ? Number(draft.year) : null;
  if (draft.name.trim() === '') wrong.push('name');
  if (year === null || year < 2000 || year > 2100) wrong.push('year');
  if (!isCurrency(draft.currency)) return { input: null, wrong: [...wrong, 'currency'] };
  const target = parseAmount(draft.target, draft.currency);
  if (target === null || target <= 0n) wrong.push('target');
  if (draft.dueOn === '' || (year !== null && draft.dueOn < `${year}-01-01`)) wrong.push('dueOn');
  const read = readGroups(draft);
  wrong.push(...read.wrong);
  if (read.groups.length === 0 && read.wrong.length === 0) wrong.push('groups');
  if (wrong.length > 0 || target === null || year === null) return { input: null, wrong };
  return {
    input: {
      id,
      name: draft.name.trim(),
      year,
      targetMinor: String(target),
      currency: draft.currency,
      counted: draft.counted,
      groups: read.groups.map(({ grade, buyers, averageOrderMinor }) => ({
        grade,
        buyers,
        averageOrderMinor: String(averageOrderMinor),
      })),
      ownerId: draft.ownerId === '' ? null : draft.ownerId,
      dueOn: draft.dueOn,
    },
    wrong: null,
  };
}

/** The field of the form that a refused path of the API means; the groups are sent in the order of the grades typed. */
export function fieldOfPath(path: string, input: SaveGoalInput): GoalField | null {
  const group = /^groups\.(\d+)\.(buyers|averageOrderMinor)$/.exec(path);
  if (group) {
    const grade = GRADES.find((each) => each === input.groups[Number(group[1])]?.grade);
    return grade === undefined ? 'groups' : `groups.${grade}.${group[2] === 'buyers' ? 'buyers' : 'average'}`;
  }
  if (path === 'targetMinor') return 'target';
  const plain = ['name', 'year', 'currency', 'dueOn', 'ownerId', 'groups'] as const;
  return plain.find((field) => field === path) ?? null;
}
