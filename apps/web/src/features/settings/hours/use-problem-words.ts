'use client';
import { useTranslations } from 'next-intl';
import type { HoursProblem } from './hours-draft.ts';

const WORDED = [
  'unreadableTime',
  'unreadableDate',
  'emptyInterval',
  'overlappingIntervals',
  'repeatedHoliday',
  'closedAllWeek',
] as const;

/** A problem of the hours in the reader's words. */
export function useProblemWords(): (problem: HoursProblem) => string {
  const t = useTranslations('settings.hours.problems');
  return ({ code }) => t(WORDED.find((each) => each === code) ?? 'other');
}
