/** The last `days` calendar days of the workspace up to today, as dates. */
export function periodOf(now: Date, timeZone: string, days: number): { from: string; to: string } {
  const to = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
  const first = new Date(`${to}T00:00:00Z`);
  first.setUTCDate(first.getUTCDate() - (days - 1));
  return { from: first.toISOString().slice(0, 10), to };
}
