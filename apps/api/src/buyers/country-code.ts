const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Upper-case ISO 3166-1 alpha-2 code of a country that exists; null for anything else. */
export function countryCode(value: string | null | undefined): string | null {
  const code = value?.trim().toUpperCase();
  if (!code || !/^[A-Z]{2}$/.test(code) || code === 'ZZ') return null;
  return regions.of(code) ? code : null;
}
