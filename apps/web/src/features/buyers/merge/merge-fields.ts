import type { MergeSideFragment } from '../../../generated/graphql.ts';

/** Fields that are chosen one by one when two buyers become one; the names are the API's. */
export const MERGE_FIELDS = [
  'name',
  'company',
  'country',
  'language',
  'timeZone',
  'companyType',
  'employees',
  'annualPurchaseMinor',
  'webSite',
  'address',
  'links',
  'owner',
] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

/** What a field holds, as text to compare; null when nothing is entered. */
export function mergeValue(side: MergeSideFragment, field: MergeField): string | null {
  switch (field) {
    case 'employees':
      return side.employees === null ? null : String(side.employees);
    case 'annualPurchaseMinor':
      return side.annualPurchase?.minor ?? null;
    case 'links':
      return side.links.length === 0 ? null : side.links.map(({ url }) => url).join('\n');
    case 'owner':
      return side.owner?.name ?? null;
    case 'name':
    case 'company':
    case 'country':
    case 'language':
    case 'timeZone':
    case 'companyType':
    case 'webSite':
    case 'address':
      return side[field];
  }
}

/** Fields on which the two differ: the rest need no choice. */
export function differingFields(kept: MergeSideFragment, merged: MergeSideFragment): MergeField[] {
  return MERGE_FIELDS.filter((field) => mergeValue(kept, field) !== mergeValue(merged, field));
}

/** What the merged record gives unless chosen otherwise: all that the kept one lacks. */
export function proposedFields(kept: MergeSideFragment, merged: MergeSideFragment): MergeField[] {
  return differingFields(kept, merged).filter((field) => mergeValue(kept, field) === null);
}
