/** "9", "930" and "9:30" are how people type times. */
export function tidyTime(typed: string): string {
  const match = /^\s*(\d{1,2})(?:[:.]?(\d{2}))?\s*$/.exec(typed);
  return match ? `${match[1]!.padStart(2, '0')}:${match[2] ?? '00'}` : typed;
}
