import type { BuyerGrade, PlatformLevel } from '../grading/index.ts';
import type { InquiryTurn } from './derive-inquiries.ts';

/** Business minutes per buyer grade. */
export type GradeMinutes = Readonly<Record<BuyerGrade, number>>;

/** What a team promises itself for one measure, business minutes. */
export interface MeasureTargets {
  /** For every channel without its own. Null: of the next response the first one's, of resolution nothing is promised. */
  readonly standard: GradeMinutes | null;
  /** Targets of single channels, by id. */
  readonly channels: Readonly<Record<string, GradeMinutes>>;
  /** Targets of all channels of a platform, for instance a marketplace that scores us harder. */
  readonly platforms: Readonly<Record<string, GradeMinutes>>;
}

/** One version of a workspace's response targets. Plain data, so that a version can be stored as JSON. */
export interface SlaPolicy {
  readonly version: number;
  /** First response; always has a standard. */
  readonly first: MeasureTargets & { readonly standard: GradeMinutes };
  readonly next: MeasureTargets;
  readonly resolution: MeasureTargets;
  /** Platform levels served as a grade; they lift a buyer and never lower one. */
  readonly levelCountsAs: Readonly<Partial<Record<PlatformLevel, BuyerGrade>>>;
}

/** Whose target is asked. Null means not graded, or no platform level. */
export interface TargetQuestion {
  readonly channelId: string;
  readonly platform: string;
  readonly grade: BuyerGrade | null;
  readonly level: PlatformLevel | null;
}

const NOTHING_OF_ITS_OWN: MeasureTargets = { standard: null, channels: {}, platforms: {} };

/** Default targets of spec sla: A 60, B 240, C 480 business minutes, L3 and L4 served as A. */
export const DEFAULT_SLA_POLICY: SlaPolicy = {
  version: 1,
  first: { standard: { A: 60, B: 240, C: 480 }, channels: {}, platforms: {} },
  next: NOTHING_OF_ITS_OWN,
  resolution: NOTHING_OF_ITS_OWN,
  levelCountsAs: { L3: 'A', L4: 'A' },
};

/** Business minutes we promise for a first or next response. An ungraded buyer counts as C until graded. */
export function responseTargetMinutes(policy: SlaPolicy, turn: InquiryTurn, question: TargetQuestion): number {
  const served = servedGrade(policy, question);
  const ofTurn = turn === 'next' ? minutesOf(policy.next, question) : null;
  return (ofTurn ?? minutesOf(policy.first, question) ?? policy.first.standard)[served];
}

/** Business minutes we promise until a case is resolved; null when nothing is promised. */
export function resolutionTargetMinutes(policy: SlaPolicy, question: TargetQuestion): number | null {
  return minutesOf(policy.resolution, question)?.[servedGrade(policy, question)] ?? null;
}

function servedGrade(policy: SlaPolicy, { grade: known, level }: TargetQuestion): BuyerGrade {
  const grade = known ?? 'C';
  const levelGrade = (level && policy.levelCountsAs[level]) ?? grade;
  return levelGrade < grade ? levelGrade : grade; // 'A' < 'B' < 'C': the better of the two
}

function minutesOf({ standard, channels, platforms }: MeasureTargets, question: TargetQuestion): GradeMinutes | null {
  // Own properties only: a platform is free text and must not find `constructor`.
  if (Object.hasOwn(channels, question.channelId)) return channels[question.channelId]!;
  if (Object.hasOwn(platforms, question.platform)) return platforms[question.platform]!;
  return standard;
}
