import type { GradeMinutesInput, MeasureTargetsInput, ResponseTargetsInput } from '../../../generated/graphql.ts';

export const MEASURES = ['first', 'next', 'resolution'] as const;
export const GRADES = ['A', 'B', 'C'] as const;
export const LEVELS = ['L4', 'L3', 'L2', 'L1'] as const;

export type Measure = (typeof MEASURES)[number];
export type Grade = (typeof GRADES)[number];
export type Level = (typeof LEVELS)[number];

/** Business minutes of the grades, as they are typed. */
export type MinutesDraft = Readonly<Record<Grade, string>>;

export interface MeasureDraft {
  /** Nothing of its own: the next response is promised as the first one, a resolution not at all. */
  readonly none: boolean;
  readonly standard: MinutesDraft;
  readonly channels: readonly { readonly channelId: string; readonly minutes: MinutesDraft }[];
}

export interface TargetsDraft {
  readonly measures: Readonly<Record<Measure, MeasureDraft>>;
  /** A grade that the level counts as, or nothing. */
  readonly levels: Readonly<Record<Level, Grade | ''>>;
}

interface StoredMeasure {
  readonly standard: GradeMinutesInput | null;
  readonly channels: readonly { readonly channelId: string; readonly minutes: GradeMinutesInput }[];
}

/** The targets as the server has them. */
export interface StoredTargets extends Readonly<Record<Measure, StoredMeasure>> {
  readonly levels: readonly { readonly level: Level; readonly countsAs: Grade }[];
}

/** A target that nobody has set begins with these (spec sla, defaults of the first response). */
const PROPOSED: MinutesDraft = { A: '60', B: '240', C: '480' };
/** Longest target, business minutes: 90 days around the clock. */
const LONGEST = 129_600;

function typed({ A, B, C }: GradeMinutesInput): MinutesDraft {
  return { A: String(A), B: String(B), C: String(C) };
}

export function targetsDraftOf(targets: StoredTargets): TargetsDraft {
  const measure = ({ standard, channels }: StoredMeasure): MeasureDraft => ({
    none: standard === null,
    standard: standard ? typed(standard) : PROPOSED,
    channels: channels.map(({ channelId, minutes }) => ({ channelId, minutes: typed(minutes) })),
  });
  const levels = Object.fromEntries(
    LEVELS.map((level) => [level, targets.levels.find((each) => each.level === level)?.countsAs ?? '']),
  ) as Record<Level, Grade | ''>;
  const { first, next, resolution } = targets;
  return { measures: { first: measure(first), next: measure(next), resolution: measure(resolution) }, levels };
}

/** Whole minutes from 1 on; null for anything else that was typed. */
export function minutesOf(text: string): number | null {
  const minutes = /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : 0;
  return minutes >= 1 && minutes <= LONGEST ? minutes : null;
}

/**
 * Where something is typed that is no target: `first.A`, `next.<channelId>.B`; `first.order` where a better grade would wait
 * longer than a lower one, which the server refuses.
 */
export function wrongTargets({ measures }: TargetsDraft): Set<string> {
  const places = MEASURES.flatMap((measure) => {
    const { none, standard, channels } = measures[measure];
    return [
      ...(none ? [] : [{ place: `${measure}`, minutes: standard }]),
      ...channels.map(({ channelId, minutes }) => ({ place: `${measure}.${channelId}`, minutes })),
    ];
  });
  return new Set(places.flatMap(({ place, minutes }) => wrongAt(place, minutes)));
}

function wrongAt(place: string, minutes: MinutesDraft): string[] {
  const unreadable = GRADES.filter((grade) => minutesOf(minutes[grade]) === null);
  if (unreadable.length > 0) return unreadable.map((grade) => `${place}.${grade}`);
  const [a, b, c] = GRADES.map((grade) => minutesOf(minutes[grade])!) as [number, number, number];
  return a <= b && b <= c ? [] : [`${place}.order`];
}

/** The input of a draft in which nothing is wrong. */
export function targetsInputOf({ measures, levels }: TargetsDraft, basedOn: number): ResponseTargetsInput {
  const minutes = (draft: MinutesDraft): GradeMinutesInput => ({
    A: minutesOf(draft.A) ?? 0,
    B: minutesOf(draft.B) ?? 0,
    C: minutesOf(draft.C) ?? 0,
  });
  const measure = ({ none, standard, channels }: MeasureDraft): MeasureTargetsInput => ({
    standard: none ? null : minutes(standard),
    channels: channels.map((each) => ({ channelId: each.channelId, minutes: minutes(each.minutes) })),
  });
  return {
    basedOn,
    first: measure(measures.first),
    next: measure(measures.next),
    resolution: measure(measures.resolution),
    levels: LEVELS.flatMap((level) => {
      const countsAs = levels[level];
      return countsAs === '' ? [] : [{ level, countsAs }];
    }),
  };
}
