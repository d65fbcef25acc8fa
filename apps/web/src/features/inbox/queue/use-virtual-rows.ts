'use client';
import { type VirtualItem, defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { useRowHeight } from './use-row-height.ts';

/** Rows drawn beyond each edge of what is seen; with the tallest screens the list stays far below 80 rows. */
const OVERSCAN = 8;

interface VirtualRows {
  items: VirtualItem[];
  totalHeight: number;
  /** Brings a row into view, moving no further than needed. */
  reveal: (index: number) => void;
}

/** Which rows of a long list are drawn, and where. `pinned` is drawn wherever it is: Tab reaches it and it keeps the focus. */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  ids: readonly string[],
  pinned: number,
  initialOffset: number,
): VirtualRows {
  const rowHeight = useRowHeight();
  // The same functions from scroll to scroll: another one would have every row of the list measured anew.
  const estimateSize = useCallback(() => rowHeight, [rowHeight]);
  const getItemKey = useCallback((index: number) => ids[index] ?? index, [ids]);
  const virtualizer = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    overscan: OVERSCAN,
    initialOffset,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      if (pinned < 0 || pinned >= ids.length || drawn.includes(pinned)) return drawn;
      return pinned < (drawn[0] ?? 0) ? [pinned, ...drawn] : [...drawn, pinned];
    },
  });

  const heightBefore = useRef(rowHeight);
  useLayoutEffect(() => {
    if (heightBefore.current === rowHeight) return;
    // Another text size: the row at the top stays at the top.
    const top = (scroller.current?.scrollTop ?? 0) / heightBefore.current;
    heightBefore.current = rowHeight;
    virtualizer.measure();
    requestAnimationFrame(() => virtualizer.scrollToOffset(top * rowHeight));
  }, [rowHeight, scroller, virtualizer]);

  const reveal = useCallback((index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }), [virtualizer]);
  return { items: virtualizer.getVirtualItems(), totalHeight: virtualizer.getTotalSize(), reveal };
}
