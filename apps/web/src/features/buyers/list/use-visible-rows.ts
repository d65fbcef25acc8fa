'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { type VisibleRows, visibleRows } from './visible-rows.ts';

/** Before anything is drawn nothing can be measured. */
const FIRST_GUESS_PX = 60;

/**
 * Keeps the drawn part of a long list of rows (`tr[data-row]` in `body`, numbered by aria-rowindex) to what is on the screen and
 * some beyond. Rows differ in height, so each keeps the height it was last drawn with.
 */
export function useVisibleRows(body: RefObject<HTMLElement | null>, count: number): VisibleRows {
  const [state, setState] = useState<VisibleRows>({ from: 0, to: 50, before: 0, after: 0 });
  const known = useRef<number[]>([]);
  useEffect(() => {
    let frame = 0;
    const measure = () => {
      frame = 0;
      const element = body.current;
      if (!element) return;
      remember(known.current, element);
      const seen = known.current.filter((height) => height > 0);
      const usual = seen.length === 0 ? FIRST_GUESS_PX : seen.reduce((sum, each) => sum + each, 0) / seen.length;
      const heights = Array.from({ length: count }, (_, row) => known.current[row] ?? usual);
      const next = visibleRows(heights, element.getBoundingClientRect().top, window.innerHeight);
      setState((before) =>
        before.from === next.from && before.to === next.to && Math.abs(before.after - next.after) < 1 ? before : next,
      );
    };
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(measure);
    };
    measure();
    // Captured, because it is not the document that scrolls.
    document.addEventListener('scroll', later, { capture: true, passive: true });
    window.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('scroll', later, { capture: true });
      window.removeEventListener('resize', later);
    };
  }, [body, count]);
  const from = Math.min(state.from, count);
  return { ...state, from, to: Math.min(Math.max(state.to, from), count) };
}

/** Writes down the heights of the drawn rows; from top to top, because borders are shared. */
function remember(known: number[], body: HTMLElement): void {
  const rows = [...body.querySelectorAll<HTMLElement>('tr[data-row]')];
  const boxes = rows.map((row) => row.getBoundingClientRect());
  rows.forEach((row, at) => {
    const [box, below] = [boxes[at], boxes[at + 1]];
    if (box) known[Number(row.getAttribute('aria-rowindex')) - 2] = (below?.top ?? box.bottom) - box.top;
  });
}
