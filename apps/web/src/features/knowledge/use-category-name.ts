'use client';
import { useTranslations } from 'next-intl';
import { CATEGORIES } from './entry-draft.ts';

const WORDED = [...CATEGORIES, 'kgoods', 'certification', 'partnership'] as const;

/** Name of a category; one that an import brought stands as it is. */
export function useCategoryName(): (category: string) => string {
  const t = useTranslations('knowledge.categories');
  return (category) => {
    const known = WORDED.find((each) => each === category);
    return known === undefined ? category : t(known);
  };
}
