'use client';
import { useEffect, useState } from 'react';

/** How long typing pauses before it is asked about. */
const PAUSE_MS = 250;

/** A text that follows `value` once it has stood still for a moment. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
