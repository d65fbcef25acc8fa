import type { DateOrder } from '../../../generated/graphql.ts';

const DATE = /(?<!\d)(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?!\d)/;

/**
 * The calendar day (YYYY-MM-DD) that a sample means when its parts stand in `order`; null when it holds no such day. For an
 * example on screen only: the file itself is read on the server.
 */
export function readAs(sample: string, order: DateOrder): string | null {
  const parts = DATE.exec(sample)?.slice(1).map(Number);
  if (parts === undefined) return null;
  const [first = 0, second = 0, third = 0] = parts;
  const [year, month, day] =
    order === 'YMD' ? [first, second, third] : order === 'DMY' ? [third, second, first] : [third, first, second];
  const full = year < 100 ? 2000 + year : year;
  const date = new Date(Date.UTC(full, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** The first sample that looks like a date that could be read in more than one way. */
export function ambiguousSample(columns: readonly { readonly samples: readonly string[] }[]): string | null {
  const readings = (sample: string) =>
    new Set((['YMD', 'DMY', 'MDY'] as const).map((order) => readAs(sample, order)).filter((day) => day !== null)).size;
  return columns.flatMap(({ samples }) => samples).find((sample) => readings(sample) > 1) ?? null;
}
