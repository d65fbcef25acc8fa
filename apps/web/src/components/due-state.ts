import { minutesBetween } from '../platform/i18n/format.ts';

const URGENT_MINUTES = 60;

/** How near a due moment is: overdue, under an hour, or later. */
export function dueState(dueAt: Date, now: Date): 'overdue' | 'urgent' | 'later' {
  if (dueAt.getTime() <= now.getTime()) return 'overdue';
  return minutesBetween(now, dueAt) < URGENT_MINUTES ? 'urgent' : 'later';
}
