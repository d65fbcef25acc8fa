'use client';
import { checkPromise } from '@dangol/crm';
import { useState } from 'react';
import { fromLocalInput, toLocalInput } from '../../../platform/time/local-input.ts';
import { addDays } from '../../../platform/time/today-in.ts';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';

/** When the next working morning has begun: what a holding reply promises unless its writer says otherwise. */
const USUAL_TIME = '11:00';

/** Until when a holding reply promises the real answer, as the writer types it; none is promised unless asked for. */
export function usePromisedTime() {
  const { timeZone } = useWorkspace();
  const [local, setLocal] = useState<string | null>(null);
  return {
    local,
    setLocal,
    begin: () => setLocal(`${addDays(toLocalInput(new Date(), timeZone).slice(0, 10), 1)}T${USUAL_TIME}`),
    drop: () => setLocal(null),
    /** The promised instant; null when nothing is promised. */
    instant: (): string | null | 'wrong' => {
      if (local === null) return null;
      const until = fromLocalInput(local, timeZone);
      return until !== null && checkPromise(until, new Date()) === null ? until.toISOString() : 'wrong';
    },
  };
}

export type PromisedTime = ReturnType<typeof usePromisedTime>;
