import type { ReadOptions } from '@dangol/crm';
import { readEmail, readPhone } from '../../buyers/index.ts';

/** Readers of cells that need libraries which the domain does without; the same that the buyer's record reads with. */
export const VALUE_READERS: ReadOptions['readers'] = {
  phone(text, country) {
    const read = readPhone(text, country);
    return 'e164' in read ? read.e164 : null;
  },
  email: readEmail,
};
