'use client';
import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { useWorkspace } from '../viewer/viewer-provider.tsx';
import { type Formats, createFormats } from './create-formats.ts';

export type { Formats } from './create-formats.ts';

/** Every date, amount and name of a screen, in the reader's language and the workspace's zone. */
export function useFormats(): Formats {
  const locale = useLocale();
  const { timeZone } = useWorkspace();
  return useMemo(() => createFormats(locale, timeZone), [locale, timeZone]);
}
