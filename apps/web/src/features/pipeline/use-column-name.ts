'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { GRADES, STAGES } from './pipeline-url.ts';

/** Name of a column by its key: a stage, a grade, or NONE for buyers without a grade. */
export function useColumnName(): (key: string) => string {
  const t = useTranslations('pipeline');
  return useCallback(
    (key) => {
      const stage = STAGES.find((each) => each === key);
      if (stage) return t(`stages.${stage}`);
      const grade = GRADES.find((each) => each === key);
      return grade ? t('gradeColumn', { grade }) : t('ungraded');
    },
    [t],
  );
}
