'use client';
import { useCallback, useEffect, useRef } from 'react';

/** The same function on every drawing, which calls the latest `act`: for memoised children and for listeners. */
export function useStable<Args extends unknown[]>(act: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  }, [act]);
  return useCallback((...args: Args) => latest.current(...args), []);
}
