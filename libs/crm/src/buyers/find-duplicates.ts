import { nameSimilarity, SIMILAR_NAME } from './similar-names.ts';

/** Why two buyers may be one. */
export type DuplicateReason = 'SAME_EMAIL' | 'SAME_PHONE' | 'SAME_DOMAIN_AND_NAME';

/** What two buyers have in common. `names` are the name and company of each. */
export interface SharedTraits {
  readonly email: boolean;
  readonly phone: boolean;
  readonly domain: boolean;
  readonly names: readonly [readonly string[], readonly string[]];
}

/**
 * Why two buyers may be one (spec crm, Record): the same e-mail, the same phone, or the same domain of a company with a
 * similar name or company. Empty when nothing speaks for it.
 */
export function duplicateReasons({ email, phone, domain, names: [one, other] }: SharedTraits): DuplicateReason[] {
  const alike = domain && one.some((a) => other.some((b) => nameSimilarity(a, b) >= SIMILAR_NAME));
  return [
    ...(email ? (['SAME_EMAIL'] as const) : []),
    ...(phone ? (['SAME_PHONE'] as const) : []),
    ...(alike ? (['SAME_DOMAIN_AND_NAME'] as const) : []),
  ];
}
