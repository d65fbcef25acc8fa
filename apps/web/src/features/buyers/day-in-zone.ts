const DAY_MS = 86_400_000;

/** The calendar day (YYYY-MM-DD) that it is in a zone, so many days from `now`. */
export function dayInZone(now: Date, timeZone: string, days = 0): string {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
