/** The API stops counting here. */
const CAP = 1_000;

/** A count as it is shown: exact below the cap, and never a number that looks exact but is not. */
export function cappedCount(count: number, format: (value: number) => string): string {
  return count >= CAP ? `${format(CAP - 1)}+` : format(count);
}
