'use client';
import { useTranslations } from 'next-intl';
import type { DecisionPackPart } from '../../generated/graphql.ts';

/** "Price, MOQ": the parts of a quick answer that are not known yet. */
export function useMissingWords(): (missing: readonly DecisionPackPart[]) => string {
  const t = useTranslations('products');
  return (missing) => missing.map((part) => t(`parts.${part}`)).join(', ');
}
