const UNITS = ['B', 'kB', 'MB'] as const;

/** "12 kB", "3.4 MB": as file managers show it, in thousands. */
export function fileSize(bytes: number, number: (value: number) => string): string {
  let [value, unit] = [bytes, 0];
  while (value >= 1000 && unit < UNITS.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${number(unit === 2 ? Math.round(value * 10) / 10 : Math.round(value))} ${UNITS[unit]}`;
}
