import type { BuyerGrade, PlatformLevel } from '../grading/index.ts';

/** Business minutes to a first response per buyer grade. */
export type GradeMinutes = Readonly<Record<BuyerGrade, number>>;

/** One version of a workspace's response targets. Plain data, so that a version can be stored as JSON. */
export interface SlaPolicy {
  readonly version: number;
  /** Target for every channel kind that has none of its own. */
  readonly defaultMinutes: GradeMinutes;
  /** Channel kinds with targets of their own, for instance a marketplace that scores us harder. */
  readonly channelMinutes: Readonly<Record<string, GradeMinutes>>;
  /** Platform levels served as a grade; they lift a buyer and never lower one. */
  readonly levelCountsAs: Readonly<Partial<Record<PlatformLevel, BuyerGrade>>>;
}

/** Whose target is asked. Null means not graded, or no platform level. */
export interface ResponseTargetQuestion {
  readonly channelKind: string;
  readonly grade: BuyerGrade | null;
  readonly level: PlatformLevel | null;
}

/** Default targets of spec sla: A 60, B 240, C 480 business minutes, L3 and L4 served as A. */
export const DEFAULT_SLA_POLICY: SlaPolicy = {
  version: 1,
  defaultMinutes: { A: 60, B: 240, C: 480 },
  channelMinutes: {},
  levelCountsAs: { L3: 'A', L4: 'A' },
};

/** Business minutes we promise for a first response. An ungraded buyer counts as C until graded. */
export function responseTargetMinutes(policy: SlaPolicy, question: ResponseTargetQuestion): number {
  const grade = question.grade ?? 'C';
  const levelGrade = (question.level && policy.levelCountsAs[question.level]) ?? grade;
  const served = levelGrade < grade ? levelGrade : grade; // 'A' < 'B' < 'C': the better of the two
  // Own properties only: a channel kind is free text and must not find `constructor`.
  const own = Object.hasOwn(policy.channelMinutes, question.channelKind);
  return (own ? policy.channelMinutes[question.channelKind]! : policy.defaultMinutes)[served];
}
