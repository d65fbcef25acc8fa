/** A whole number of zero or more as typed ("1,000", "1 000"); null when it is none or too large to be kept. */
export function readCount(typed: string): number | null {
  const text = typed.trim();
  if (!/^\d+$|^\d{1,3}(?:[, ]\d{3})+$/.test(text)) return null;
  const count = Number(text.replace(/[, ]/g, ''));
  return count <= 2 ** 31 - 1 ? count : null;
}
