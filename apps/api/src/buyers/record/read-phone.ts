import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A phone number in E.164, or why it cannot be read. `country` (ISO 3166-1 alpha-2) makes a national number readable. */
export function readPhone(entered: string, country: string | null): { e164: string } | { problem: string } {
  const text = entered
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .replace(/^00(?=[1-9])/, '+');
  const from = country && isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumberFromString(text, { extract: false, ...(from && { defaultCountry: from }) });
  if (parsed?.isPossible()) return { e164: parsed.number };
  return {
    problem:
      !from && !text.startsWith('+')
        ? 'The number has no country: begin it with + and the country code, or set the country of the buyer first'
        : 'This is no possible phone number; add + and the country code',
  };
}
