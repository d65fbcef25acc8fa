'use client';
import { useMemo } from 'react';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { COUNTRIES } from './countries.ts';

/** Every country by its name in the reader's language, in that language's order. */
export function useCountryChoices(): { value: string; label: string }[] {
  const formats = useFormats();
  return useMemo(
    () =>
      COUNTRIES.map((code) => ({ value: code as string, label: formats.country(code) })).sort((a, b) =>
        a.label.localeCompare(b.label),
      ),
    [formats],
  );
}
