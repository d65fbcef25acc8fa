'use client';
import { type FocusEvent, useState } from 'react';

/** Whether someone works on the board: the pointer or the focus is on it. Then no live change may move a card (UX principle 10). */
export function useBoardHolding() {
  const [pointer, setPointer] = useState(false);
  const [focus, setFocus] = useState(false);
  return {
    holding: pointer || focus,
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
