import type { AssignmentRulesInput, AssignmentRulesRowFragment } from '../../../generated/graphql.ts';

export const GRADES = ['A', 'B', 'C'] as const;
export type Grade = (typeof GRADES)[number];
export const MINUTES = ['minutesPerReply', 'minutesPerNote', 'minutesPerSample', 'defaultCapacity'] as const;
export type MinutesField = (typeof MINUTES)[number];

export interface DraftPool {
  /** Tells pools apart while they are moved. */
  readonly key: number;
  readonly roles: readonly string[];
  readonly onlyWithSpareCapacity: boolean;
}

export interface DraftRule {
  readonly pools: readonly DraftPool[];
  readonly assistantFirst: boolean;
  readonly target: string;
}

/** The assignment rules as they stand in the form. */
export interface AssignmentDraft {
  readonly grades: Readonly<Record<Grade, DraftRule>>;
  readonly numbers: Readonly<Record<MinutesField, string>>;
}

export function assignmentDraftOf(rules: AssignmentRulesRowFragment): AssignmentDraft {
  const rule = (grade: Grade): DraftRule => {
    const found = rules.grades.find((each) => each.grade === grade);
    return {
      pools: (found?.pools ?? []).map(({ roles, onlyWithSpareCapacity }, key) => ({
        key,
        roles,
        onlyWithSpareCapacity,
      })),
      assistantFirst: found?.assistantFirst ?? false,
      target: String(found?.targetSharePercent ?? 0),
    };
  };
  return {
    grades: { A: rule('A'), B: rule('B'), C: rule('C') },
    numbers: {
      minutesPerReply: String(rules.minutesPerReply),
      minutesPerNote: String(rules.minutesPerNote),
      minutesPerSample: String(rules.minutesPerSample),
      defaultCapacity: String(rules.defaultCapacity),
    },
  };
}

/** -1 stands for what is no whole number: the rule check of @dangol/crm then names the field. */
const whole = (typed: string): number => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : -1);

/** What the form says; whether it may be saved is for findAssignmentRulesProblem. */
export function readAssignment(draft: AssignmentDraft): Omit<AssignmentRulesInput, 'basedOn'> {
  return {
    grades: GRADES.map((grade) => {
      const { pools, assistantFirst, target } = draft.grades[grade];
      return {
        grade,
        assistantFirst,
        targetSharePercent: whole(target),
        pools: pools.map(({ roles, onlyWithSpareCapacity }) => ({ roles: [...roles], onlyWithSpareCapacity })),
      };
    }),
    minutesPerReply: whole(draft.numbers.minutesPerReply),
    minutesPerNote: whole(draft.numbers.minutesPerNote),
    minutesPerSample: whole(draft.numbers.minutesPerSample),
    defaultCapacity: whole(draft.numbers.defaultCapacity),
  };
}

/** What the target shares add up to. */
export function targetSum(draft: AssignmentDraft): number {
  return GRADES.reduce((sum, grade) => sum + Math.max(0, whole(draft.grades[grade].target)), 0);
}

/** Moves a pool one place up. */
export function moveUp(pools: readonly DraftPool[], at: number): readonly DraftPool[] {
  const [above, moved] = [pools[at - 1], pools[at]];
  if (!above || !moved) return pools;
  return pools.map((pool, index) => (index === at - 1 ? moved : index === at ? above : pool));
}
