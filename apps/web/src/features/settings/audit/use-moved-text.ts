'use client';
import { useTranslations } from 'next-intl';
import { useRoleName } from '../role-name.ts';
import { movedText } from './audit-words.ts';

const BUYER_STAGES = ['NEW', 'QUALIFIED', 'SAMPLING', 'QUOTED', 'FIRST_ORDER', 'REPEAT', 'DORMANT'] as const;
const SAMPLE_STAGES = ['REQUESTED', 'APPROVED', 'SENT', 'ARRIVED', 'FEEDBACK', 'CONVERTED', 'DROPPED'] as const;

/** What an event moved from and to, in the words of the screens where it happens. */
export function useMovedText(): (verb: string, data: Readonly<Record<string, unknown>>) => string | null {
  const buyerStages = useTranslations('pipeline.stages');
  const sampleStages = useTranslations('samples.stages');
  const roleName = useRoleName();
  const word = (verb: string) => (value: string) => {
    const upper = value.toUpperCase();
    if (verb === 'buyer.stage_changed') {
      const stage = BUYER_STAGES.find((each) => each === upper);
      return stage === undefined ? value : buyerStages(stage);
    }
    if (verb === 'sample.advanced') {
      const stage = SAMPLE_STAGES.find((each) => each === upper);
      return stage === undefined ? value : sampleStages(stage);
    }
    return verb === 'member.role_changed' ? roleName(value) : value;
  };
  return (verb, data) => movedText(data, word(verb));
}
