import type { BuyerGrade } from '../grading/index.ts';

/** People who may own a buyer of a grade, by role. */
export interface AssignmentPool {
  /** Keys of roles, such as senior_rep. */
  readonly roles: readonly string[];
  /** True: only those who own fewer buyers than their capacity. */
  readonly onlyWithSpareCapacity: boolean;
}

/** Who serves the buyers of one grade. */
export interface AssignmentRule {
  /** Tried in this order: the first pool in which somebody may take the buyer decides. */
  readonly pools: readonly AssignmentPool[];
  /** True: the assistant serves first, and nobody owns the buyer until a person takes it. */
  readonly assistantFirst: boolean;
  /** Share of the team's hours that this grade should take, percent. */
  readonly targetSharePercent: number;
}

/** One version of the rules by which buyers get their owners, and what an act is taken to last. */
export interface AssignmentRules {
  readonly version: number;
  readonly grades: Readonly<Record<BuyerGrade, AssignmentRule>>;
  /** Minutes that one reply, one internal note, one sample request is taken to last. */
  readonly minutesPerReply: number;
  readonly minutesPerNote: number;
  readonly minutesPerSample: number;
  /** Buyers that a member without a capacity of their own may own. */
  readonly defaultCapacity: number;
}

const LEADERS: AssignmentPool = { roles: ['owner', 'manager'], onlyWithSpareCapacity: false };

/**
 * The rules of a new workspace (spec crm, Resources): A to seniors, B to seniors with spare capacity and else to reps, C to the
 * assistant first. Leaders stand in only where a team has nobody else. The shares of hours and the minutes are ours: the spec
 * asks for "most" for A, "normal" for B and "minimum" for C.
 */
export const DEFAULT_ASSIGNMENT_RULES: AssignmentRules = {
  version: 1,
  grades: {
    A: {
      pools: [{ roles: ['senior_rep'], onlyWithSpareCapacity: false }, LEADERS],
      assistantFirst: false,
      targetSharePercent: 60,
    },
    B: {
      pools: [
        { roles: ['senior_rep'], onlyWithSpareCapacity: true },
        { roles: ['rep'], onlyWithSpareCapacity: false },
        LEADERS,
      ],
      assistantFirst: false,
      targetSharePercent: 30,
    },
    C: {
      pools: [{ roles: ['rep', 'senior_rep'], onlyWithSpareCapacity: false }, LEADERS],
      assistantFirst: true,
      targetSharePercent: 10,
    },
  },
  minutesPerReply: 10,
  minutesPerNote: 3,
  minutesPerSample: 30,
  defaultCapacity: 60,
};
