/** Rows beyond both edges of the screen, so that j, k and a quick scroll find them drawn. */
const BEYOND = 15;
/** The window moves in steps, so that not every pixel of scrolling draws anew. */
const STEP = 5;
/** Up to so many rows are simply drawn. */
const DRAW_ALL = 80;

export interface VisibleRows {
  /** First row drawn. */
  readonly from: number;
  /** First row no longer drawn. */
  readonly to: number;
  /** Height that stands for the rows left out before and after, in pixels. */
  readonly before: number;
  readonly after: number;
}

/**
 * Which rows of a long list are drawn: those on the screen and some beyond. `heights` are those of all rows, drawn or not, so
 * that a row which leaves the drawing keeps its place; `top` is where the list begins, in pixels from the screen's top.
 */
export function visibleRows(heights: readonly number[], top: number, screenHeight: number): VisibleRows {
  const count = heights.length;
  if (count <= DRAW_ALL) return { from: 0, to: count, before: 0, after: 0 };
  const from = Math.max(0, Math.floor((rowAt(heights, -top) - BEYOND) / STEP) * STEP);
  const to = Math.min(count, Math.ceil((rowAt(heights, screenHeight - top) + 1 + BEYOND) / STEP) * STEP);
  return { from, to, before: sum(heights, 0, from), after: sum(heights, to, count) };
}

/** The row at so many pixels below the list's beginning; the first or last one beyond its ends. */
function rowAt(heights: readonly number[], pixels: number): number {
  let below = pixels;
  for (const [row, height] of heights.entries()) {
    below -= height;
    if (below < 0) return row;
  }
  return heights.length - 1;
}

function sum(heights: readonly number[], from: number, to: number): number {
  let all = 0;
  for (let row = from; row < to; row += 1) all += heights[row] ?? 0;
  return all;
}
