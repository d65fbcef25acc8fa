const MINUTE_MS = 60_000;

/** What a clock of a zone shows at an instant, as epoch milliseconds of the same reading in UTC; seconds are cut. */
function reading(atMs: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(atMs);
  return Date.parse(`${shown.replace(' ', 'T')}Z`);
}

/** An instant as `<input type="datetime-local">` takes it, in a zone: "2026-03-02T14:30". */
export function toLocalInput(instant: string | Date, timeZone: string): string {
  return new Date(reading(new Date(instant).getTime(), timeZone)).toISOString().slice(0, 16);
}

/**
 * The instant of such a value in a zone; null for an unfinished one. A time that a clock change skips is read as that much later, a
 * repeated one as its first pass.
 */
export function fromLocalInput(value: string, timeZone: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return null;
  const wanted = Date.parse(`${value.slice(0, 16)}Z`);
  if (Number.isNaN(wanted)) return null;
  // The offsets on both sides of a change of the clock near by; each gives a candidate.
  const offsets = [-24, 24].map((hours) => {
    const atMs = wanted + hours * 60 * MINUTE_MS;
    return reading(atMs, timeZone) - atMs;
  });
  const candidates = offsets.map((offset) => wanted - offset).sort((a, b) => a - b);
  const exact = candidates.find((atMs) => reading(atMs, timeZone) === wanted);
  return new Date(exact ?? wanted - offsets[0]!);
}
