/** Share of the longer text's words that both must have, in any order, to count as alike. */
const ALIKE = 0.9;

const wordsOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether two versions of a message (its plain text, and its formatted one) say the same: then the plain one is shown first. */
export function sameWords(plain: string, formatted: string): boolean {
  const left = wordsOf(plain);
  const right = wordsOf(formatted);
  const longer = Math.max(left.length, right.length);
  if (longer === 0) return true;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    counts.set(word, count - 1);
    shared += 1;
  }
  return shared >= longer * ALIKE;
}
