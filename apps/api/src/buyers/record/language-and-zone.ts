const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** The language code in lower case when there is such a language; null otherwise. */
export function languageCode(value: string): string | null {
  const code = value.trim().toLowerCase();
  return /^[a-z]{2,3}(-[a-z]{2,4})?$/.test(code) && languages.of(code) ? code : null;
}

/** The time zone as IANA writes it; null when there is none of this name. */
export function timeZoneName(value: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value.trim() }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
