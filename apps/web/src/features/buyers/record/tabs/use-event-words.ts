'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { knownCode } from '../../known-code.ts';
import { STAGES } from '../../list/buyers-url.ts';
import { FACT_FIELDS } from '../rail/buyer-fields.ts';
import { PURPOSES } from '../rail/purposes.ts';
import type { EventWords } from './timeline-verbs.ts';

const SAMPLE_STAGES = ['REQUESTED', 'APPROVED', 'SENT', 'ARRIVED', 'FEEDBACK', 'CONVERTED', 'DROPPED'] as const;

/** The words of codes that stand in events; the log writes some in small letters. */
export function useEventWords(): EventWords {
  const t = useTranslations('buyers');
  return useMemo(
    () => ({
      stage: (code) => {
        const stage = knownCode(STAGES, code.toUpperCase());
        return stage && t(`stages.${stage}`);
      },
      sampleStage: (code) => {
        const stage = knownCode(SAMPLE_STAGES, code.toUpperCase());
        return stage && t(`samples.stages.${stage}`);
      },
      purpose: (code) => {
        const purpose = knownCode(PURPOSES, code.toUpperCase());
        return purpose && t(`consent.purposes.${purpose}`);
      },
      field: (code) => {
        const field = knownCode([...FACT_FIELDS, 'links', 'owner'], code);
        return field && t(`facts.${field}`);
      },
    }),
    [t],
  );
}
