/** Fields of the API's InvalidField that have a sentence of their own; any other gets the general one. */
export const INVALID_FIELDS = [
  'name',
  'company',
  'country',
  'language',
  'timeZone',
  'email',
  'phone',
  'employees',
  'annualPurchaseMinor',
  'webSite',
  'links',
  'reason',
  'reviewOn',
  'source',
  'givenAt',
  'value',
  'confirmName',
  'memberId',
  'ownerId',
  'what',
] as const;

/** Why two buyers could not be merged, or a merge not be undone. */
export const MERGE_REASONS = ['same_buyer', 'merged_meanwhile', 'erased', 'too_late', 'already_undone'] as const;

/** What the API may answer instead of doing what it was asked; every operation answers some of these. */
export type Refusal =
  | { readonly __typename: 'NotFound' }
  | { readonly __typename: 'NameTaken' }
  | { readonly __typename: 'InvalidField'; readonly field: string }
  | { readonly __typename: 'FieldConflict' }
  | { readonly __typename: 'LimitReached'; readonly limit: number }
  | { readonly __typename: 'CannotMerge'; readonly reason: string };
