import type { ConsentPurpose } from '../../../../generated/graphql.ts';

/** What a buyer may agree to. */
export const PURPOSES = ['MESSAGES', 'MARKETING', 'DATA_PROCESSING'] as const satisfies readonly ConsentPurpose[];
