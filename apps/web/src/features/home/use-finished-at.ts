'use client';
import { useEffect, useState } from 'react';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useWorkspace } from '../../platform/viewer/viewer-provider.tsx';

/** When the warnings of this day reached zero, as this browser saw it; null while there are any. The API does not keep the moment. */
export function useFinishedAt(warnings: number | null, asOf: string | null): string | null {
  const { workspaceId } = useWorkspace();
  const formats = useFormats();
  const [finishedAt, setFinishedAt] = useState<string | null>(null);
  useEffect(() => {
    if (warnings === null || asOf === null) return;
    const key = `dangol.finished.${workspaceId}`;
    if (warnings > 0) {
      window.localStorage.removeItem(key);
      return setFinishedAt(null);
    }
    const kept = window.localStorage.getItem(key);
    const sameDay = kept !== null && formats.day(kept) === formats.day(asOf);
    if (!sameDay) window.localStorage.setItem(key, asOf);
    setFinishedAt(sameDay ? kept : asOf);
  }, [warnings, asOf, workspaceId, formats]);
  return finishedAt;
}
