'use client';
import { useMemo } from 'react';

/** When an answer came; null while there is none. */
export function useAsOf(data: unknown): Date | null {
  return useMemo(() => (data === null ? null : new Date()), [data]);
}
