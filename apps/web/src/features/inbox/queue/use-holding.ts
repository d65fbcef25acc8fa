'use client';
import { type FocusEvent, type RefObject, useEffect, useState } from 'react';

/**
 * Whether someone works in the list: the pointer or the focus is in it, it is scrolled, or rows are selected. Then no live change may move a row
 * (UX principle 10). `handlers` go on the element around the list.
 */
export function useHolding(scroller: RefObject<HTMLElement | null>, selecting: boolean, scrolledAtFirst: boolean) {
  const [pointer, setPointer] = useState(false);
  const [focus, setFocus] = useState(false);
  const [scrolled, setScrolled] = useState(scrolledAtFirst);

  useEffect(() => {
    const list = scroller.current;
    const onScroll = () => setScrolled((list?.scrollTop ?? 0) > 0);
    list?.addEventListener('scroll', onScroll, { passive: true });
    return () => list?.removeEventListener('scroll', onScroll);
  }, [scroller]);

  return {
    holding: pointer || focus || scrolled || selecting,
    handlers: {
      onPointerEnter: () => setPointer(true),
      // A finger that lifts leaves no pointer behind.
      onPointerLeave: () => setPointer(false),
      onFocus: () => setFocus(true),
      onBlur: (event: FocusEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocus(false);
      },
    },
  };
}
