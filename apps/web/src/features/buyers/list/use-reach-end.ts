'use client';
import { useEffect, useRef } from 'react';

/** Calls `onReach` when the returned element comes near the screen. */
export function useReachEnd(onReach: () => void) {
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(onReach);
  useEffect(() => {
    latest.current = onReach;
  }, [onReach]);
  useEffect(() => {
    const target = element.current;
    if (!target) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: '400px',
    });
    observer.observe(target);
    return () => observer.disconnect();
  });
  return element;
}
