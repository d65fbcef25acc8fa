'use client';
import { type RefObject, useEffect, useState } from 'react';
import { visibleRows } from './visible-rows.ts';

/** Before anything is drawn nothing can be measured. */
const FIRST_GUESS_PX = 60;

export interface RowWindow {
  from: number;
  to: number;
  /** Height that stands for the rows left out before and after, in pixels. */
  before: number;
  after: number;
}

/** Keeps the drawn part of a long list of rows (`tr[data-row]` in `body`) to what is on the screen and some beyond. */
export function useVisibleRows(body: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [state, setState] = useState({ from: 0, to: 50, rowHeight: FIRST_GUESS_PX });
  useEffect(() => {
    let frame = 0;
    const measure = () => {
      frame = 0;
      const element = body.current;
      if (!element) return;
      const rows = [...element.querySelectorAll<HTMLElement>('tr[data-row]')];
      const [first, last] = [rows[0]?.getBoundingClientRect(), rows.at(-1)?.getBoundingClientRect()];
      const rowHeight = first && last ? (last.bottom - first.top) / rows.length : FIRST_GUESS_PX;
      const next = visibleRows(count, rowHeight, element.getBoundingClientRect().top, window.innerHeight);
      setState((before) =>
        before.from === next.from && before.to === next.to && Math.abs(before.rowHeight - rowHeight) < 1
          ? before
          : { ...next, rowHeight },
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
  const to = Math.min(Math.max(state.to, from), count);
  return { from, to, before: from * state.rowHeight, after: (count - to) * state.rowHeight };
}
