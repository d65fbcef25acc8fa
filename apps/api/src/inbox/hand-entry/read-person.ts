import { countryCode, readEmail, readPhone } from '../../buyers/index.ts';
import { InvalidEntry, type RecordInquiryInput } from './hand-entry.model.ts';

/** Who asked, as far as it was written down; every part as it is stored. */
export interface Person {
  readonly name?: string;
  readonly company?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly country?: string;
}

/** Reads the person of an entry, or says what cannot be read. Somebody without name, company and address cannot be found again. */
export function readPerson(input: RecordInquiryInput): Person | InvalidEntry {
  const [name, company] = [input.name?.trim(), input.company?.trim()];
  const country = input.country?.trim() ? countryCode(input.country) : null;
  if (input.country?.trim() && !country) return new InvalidEntry('country', 'There is no country with this code');
  const email = input.email?.trim() ? readEmail(input.email) : null;
  if (input.email?.trim() && !email) return new InvalidEntry('email', 'This is no e-mail address');
  const phone = input.phone?.trim() ? readPhone(input.phone, country) : null;
  if (phone && 'problem' in phone) return new InvalidEntry('phone', phone.problem);
  if (!name && !company && !email && !phone)
    return new InvalidEntry('name', 'A buyer needs a name, a company, an e-mail address or a phone number');
  return {
    ...(name && { name }),
    ...(company && { company }),
    ...(email && { email }),
    ...(phone && { phone: phone.e164 }),
    ...(country && { country }),
  };
}
