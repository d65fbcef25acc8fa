const DAY_MS = 86_400_000;

/** The date `days` business days after `from` (YYYY-MM-DD); Saturdays and Sundays do not count, public holidays are not known here. */
export function addBusinessDays(from: string, days: number): string {
  let at = Date.parse(`${from}T00:00:00Z`);
  for (let left = days; left > 0;) {
    at += DAY_MS;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return new Date(at).toISOString().slice(0, 10);
}
