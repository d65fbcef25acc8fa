'use client';
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import { CARD_PITCH_REM } from './card-pitch.ts';
import { windowOf } from './window-of.ts';

const BEFORE_MEASURED = { scrolled: 0, height: 900, pitch: CARD_PITCH_REM * 16 };

/** Which of a column's `count` cards its scroller shows. Call `look` when it was scrolled. */
export function useShownCards(scroller: RefObject<HTMLElement | null>, count: number) {
  const [shown, setShown] = useState(BEFORE_MEASURED);
  const look = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    // Sized in rem, so the reader's text size counts.
    const pitch = CARD_PITCH_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    // A step of one card is exact enough, and spares a drawing per pixel.
    const scrolled = Math.floor(element.scrollTop / pitch) * pitch;
    const height = element.clientHeight;
    setShown((before) =>
      before.scrolled === scrolled && before.height === height && before.pitch === pitch
        ? before
        : { scrolled, height, pitch },
    );
  }, [scroller]);
  // An empty column has no scroller; the first card brings it.
  const filled = count > 0;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!filled || !element) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [filled, scroller, look]);
  return { ...windowOf(shown.scrolled, shown.height + shown.pitch, shown.pitch, count), look };
}
