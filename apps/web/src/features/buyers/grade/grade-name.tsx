'use client';
import { useTranslations } from 'next-intl';
import type { BuyerGrade } from '../../../generated/graphql.ts';

/** "A (computed B)": the grade that counts, and beside it what the rules say while somebody's decision stands over them. */
export function GradeName({ grade, computed }: { grade: BuyerGrade | null; computed: BuyerGrade | null }) {
  const t = useTranslations('buyers');
  if (grade === null) return <>{t('ungraded')}</>;
  return <>{computed === null ? t('gradeIs', { grade }) : t('gradeOverridden', { grade, computed })}</>;
}
