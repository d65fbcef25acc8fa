'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { INTENTS } from '../draft/verdict-codes.ts';

/** Name of a topic by its triage code; the code itself when it is unknown. */
export function useTopicName(): (code: string) => string {
  const t = useTranslations('inbox.draft.intents');
  return useCallback(
    (code) => {
      const known = INTENTS.find((intent) => intent === code);
      return known ? t(known) : code;
    },
    [t],
  );
}
