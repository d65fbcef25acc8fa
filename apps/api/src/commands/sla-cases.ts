import { addBusinessTime, businessMinutesBetween, compileCalendar, formatInstant, parseInstant } from '@dangol/crm';
import { z } from 'zod';
import { UnreadableCasesError } from './case-report.ts';
import type { CaseDifference, CaseReport } from './case-report.ts';

const FORMAT = 'business-time/1';

const instant = z.string().transform((text, issue) => {
  try {
    return parseInstant(text);
  } catch {
    issue.addIssue(`not an instant with Z or an offset: ${text}`);
    return z.NEVER;
  }
});
const range = z.tuple([instant, instant]).transform(([startMs, endMs]) => ({ startMs, endMs }));
const intervals = z.array(z.tuple([z.string(), z.string()]));
const calendar = {
  id: z.unknown(),
  timezone: z.string(),
  intervals: z.record(z.string(), intervals),
  holidays: z.array(z.string()).default([]),
  overrides: z.record(z.string(), intervals).default({}),
  breaks: z.record(z.string(), intervals).default({}),
  pauses: z.array(range).default([]),
  start: instant,
};
const slaCase = z.discriminatedUnion('op', [
  z
    .object({
      ...calendar,
      op: z.literal('add_minutes'),
      minutes: z.number().optional(),
      seconds: z.number().optional(),
      expect: instant,
    })
    .refine((it) => it.minutes !== undefined || it.seconds !== undefined, {
      path: ['minutes'],
      error: 'minutes or seconds is missing',
    }),
  z.object({ ...calendar, op: z.literal('business_minutes_between'), end: instant, minutes: z.number() }),
]);
const slaFile = z.object({ format: z.literal(FORMAT), cases: z.array(z.unknown()) });

type SlaCase = z.output<typeof slaCase>;

/**
 * Runs cases of the format business-time/1 through the production clock. A case that cannot be read or calculated is a
 * failed case with the reason as its actual value. Throws UnreadableCasesError when the file is not of the format.
 */
export function runSlaCases(content: unknown): CaseReport {
  const file = slaFile.safeParse(content);
  if (!file.success) throw new UnreadableCasesError(`not a ${FORMAT} file: ${describeIssues(file.error)}`);
  const found = file.data.cases.map((given, index) => runCase(given, index));
  const differences = found.filter((difference) => difference !== null);
  return { passed: found.length - differences.length, failed: differences.length, differences };
}

function runCase(given: unknown, index: number): CaseDifference | null {
  const { id, expected } = nameCase(given, index);
  const parsed = slaCase.safeParse(given);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') || 'case';
    return { id, path, expected, actual: `unreadable case: ${describeIssues(parsed.error)}` };
  }
  const path = parsed.data.op === 'add_minutes' ? 'expect' : 'minutes';
  try {
    const { actual, matches } = calculate(parsed.data);
    return matches ? null : { id, path, expected, actual };
  } catch (error) {
    return { id, path, expected, actual: `error: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function calculate(given: SlaCase): { actual: string | number; matches: boolean } {
  const compiled = compileCalendar({
    version: 1,
    timeZone: given.timezone,
    weekly: given.intervals,
    holidays: given.holidays,
    specialHours: given.overrides,
    breaks: given.breaks,
  });
  if (given.op === 'business_minutes_between') {
    const minutes = businessMinutesBetween(compiled, given.start, given.end, given.pauses);
    return { actual: minutes, matches: minutes === given.minutes };
  }
  const seconds = given.seconds ?? (given.minutes ?? 0) * 60;
  const dueAtMs = addBusinessTime(compiled, given.start, seconds, given.pauses);
  return { actual: formatInstant(dueAtMs), matches: dueAtMs === given.expect };
}

/** What a report calls a case, also a broken one: its id or its place in the file, and the result it asks for. */
function nameCase(given: unknown, index: number): { id: string; expected: unknown } {
  const fields: Record<string, unknown> = typeof given === 'object' && given !== null ? { ...given } : {};
  const id =
    typeof fields['id'] === 'string' || typeof fields['id'] === 'number' ? String(fields['id']) : `#${index + 1}`;
  return { id, expected: (fields['op'] === 'business_minutes_between' ? fields['minutes'] : fields['expect']) ?? null };
}

function describeIssues(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'case'}: ${issue.message}`).join('; ');
}
