/** The middle of some numbers, the mean of the two middle ones where their count is even. Throws without numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('no numbers to take the median of');
  return (lower + upper) / 2;
}

/** The smallest number that at least `share` (0 to 1) of the numbers do not exceed (nearest rank). Throws without numbers. */
export function percentile(numbers: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(numbers).sort();
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('no numbers to take a percentile of');
  return value;
}

/** Three significant digits after the point at most: more would be noise. */
export function rounded(number: number): number {
  return Math.round(number * 1000) / 1000;
}
