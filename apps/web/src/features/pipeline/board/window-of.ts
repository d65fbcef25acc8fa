/** Cards drawn above and below what is seen, so that scrolling meets drawn ones. */
const BEYOND = 3;

/** The cards of a column that are drawn: those seen and a few around them. All lengths in the same unit. */
export function windowOf(scrolled: number, height: number, pitch: number, count: number): { from: number; to: number } {
  const from = Math.max(0, Math.min(count, Math.floor(scrolled / pitch) - BEYOND));
  const to = Math.min(count, Math.ceil((scrolled + height) / pitch) + BEYOND);
  return { from, to: Math.max(from, to) };
}
