import type { BuyerGrade } from '../grading/index.ts';
import type { GradeMinutes, SlaPolicy } from './response-target.ts';

/** One problem of targets: what is wrong, and where (`first.channels.<id>.A`). */
export interface ResponseTargetProblem {
  readonly code: 'noStandard' | 'unreadableMinutes' | 'unknownChannel' | 'slowerForBetter';
  readonly path: string;
}

/** The longest promise, 30 days of 24 hours: no calendar opens longer, and nobody means more. */
export const MOST_TARGET_MINUTES = 43_200;
const GRADES: readonly BuyerGrade[] = ['A', 'B', 'C'];
const MEASURES = ['first', 'next', 'resolution'] as const;

/**
 * Lists why targets may not be saved; an empty list means they may. Targets are whole minutes, 1 to 43,200 (spec sla, rule 7), and
 * a better grade never waits longer. `channelIds` are the workspace's channels.
 */
export function checkResponseTargets(policy: SlaPolicy, channelIds: ReadonlySet<string>): ResponseTargetProblem[] {
  const problems: ResponseTargetProblem[] = [];
  // The type says there is one; what a person sent may not have it.
  if ((policy.first.standard as GradeMinutes | null) === null)
    problems.push({ code: 'noStandard', path: 'first.standard' });
  for (const measure of MEASURES) {
    const { standard, channels } = policy[measure];
    if (standard) problems.push(...problemsOf(standard, `${measure}.standard`));
    for (const [channelId, minutes] of Object.entries(channels)) {
      const path = `${measure}.channels.${channelId}`;
      if (!channelIds.has(channelId)) problems.push({ code: 'unknownChannel', path });
      problems.push(...problemsOf(minutes, path));
    }
  }
  return problems;
}

function problemsOf(minutes: GradeMinutes, path: string): ResponseTargetProblem[] {
  const unreadable = GRADES.filter((grade) => !isTarget(minutes[grade]));
  if (unreadable.length > 0)
    return unreadable.map((grade) => ({ code: 'unreadableMinutes', path: `${path}.${grade}` }));
  return minutes.A <= minutes.B && minutes.B <= minutes.C ? [] : [{ code: 'slowerForBetter', path }];
}

const isTarget = (minutes: number): boolean =>
  Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_TARGET_MINUTES;
