import { CodedError } from '../platform/errors/coded-error.ts';
import type { PeriodArgs } from './buyer-insights.model.ts';

/** Longest period of a report; more years would be read as one blur. */
const MAX_YEARS = 5;

/** The period, when its days are in order and not too far apart. Throws BAD_USER_INPUT. */
export function checkPeriod({ from, to }: PeriodArgs): PeriodArgs {
  if (to < from) throw wrong('must not be before from');
  if (to >= `${String(Number(from.slice(0, 4)) + MAX_YEARS).padStart(4, '0')}${from.slice(4)}`)
    throw wrong(`must be less than ${MAX_YEARS} years after from`);
  return { from, to };
}

function wrong(message: string): CodedError {
  return new CodedError('BAD_USER_INPUT', `The period cannot be reported: to ${message}`, {
    fields: [{ path: 'to', rule: 'period', message }],
  });
}
