import { visibleLine } from '@dangol/crm';
import { InvalidField } from '../platform/graphql/shared-refusals.ts';
import type { SaveGoalInput } from './goal.model.ts';

const MAX_NAME = 80;
const YEARS = [2000, 2100] as const;
/** Bounds that keep every product of a plan inside the 64 bits of an amount. */
const MAX_TARGET = 10n ** 18n;
const MAX_BUYERS = 10_000_000;
const MAX_ORDER = 10n ** 11n;

/** The first thing that cannot be taken in a goal, whatever is stored; null when there is none. */
export function findGoalProblem(input: SaveGoalInput): InvalidField | null {
  const name = goalName(input);
  if (name === null || [...name].length > MAX_NAME)
    return new InvalidField('name', `must have 1 to ${MAX_NAME} characters`);
  if (input.year < YEARS[0] || input.year > YEARS[1])
    return new InvalidField('year', `must be ${YEARS[0]} to ${YEARS[1]}`);
  if (input.targetMinor <= 0n || input.targetMinor > MAX_TARGET)
    return new InvalidField('targetMinor', `must be above 0 and at most ${MAX_TARGET}`);
  if (input.dueOn < `${input.year}-01-01`) return new InvalidField('dueOn', 'is before the year of the goal');
  if (input.groups.length === 0) return new InvalidField('groups', 'must hold a group');
  const grades = new Set(input.groups.map(({ grade }) => grade));
  if (grades.size < input.groups.length) return new InvalidField('groups', 'holds a grade twice');
  for (const [index, { buyers, averageOrderMinor }] of input.groups.entries()) {
    if (buyers < 0 || buyers > MAX_BUYERS)
      return new InvalidField(`groups.${index}.buyers`, `must be 0 to ${MAX_BUYERS}`);
    if (averageOrderMinor < 0n || averageOrderMinor > MAX_ORDER)
      return new InvalidField(`groups.${index}.averageOrderMinor`, `must be 0 to ${MAX_ORDER}`);
  }
  return null;
}

/** The name as it is kept: one line that can be read; null when there is nothing to read, not even where NUL stood. */
export function goalName({ name }: Pick<SaveGoalInput, 'name'>): string | null {
  return visibleLine(name.replaceAll('\uFFFD', ''));
}
