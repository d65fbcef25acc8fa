const UNITS = ['kB', 'MB', 'GB'] as const;

/** A file's size as people say it: 1 kB at least, one decimal from a megabyte on. */
export function readableSize(bytes: number, number: (value: number) => string): string {
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const rounded = unit === 0 ? Math.max(bytes > 0 ? 1 : 0, Math.round(value)) : Math.round(value * 10) / 10;
  return `${number(rounded)} ${UNITS[unit]}`;
}
