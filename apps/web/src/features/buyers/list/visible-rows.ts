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
}

/** Which rows of a long list are drawn: those on the screen and some beyond. `top` is where the list begins, in pixels from the screen's top. */
export function visibleRows(count: number, rowHeight: number, top: number, screenHeight: number): VisibleRows {
  if (count <= DRAW_ALL || rowHeight <= 0) return { from: 0, to: count };
  const first = Math.floor(Math.max(0, -top) / rowHeight);
  const onScreen = Math.ceil(screenHeight / rowHeight);
  const from = Math.max(0, Math.floor((first - BEYOND) / STEP) * STEP);
  const to = Math.min(count, Math.ceil((first + onScreen + BEYOND) / STEP) * STEP);
  return { from: Math.min(from, Math.max(0, to - 1)), to };
}
