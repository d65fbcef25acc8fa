/**
 * Spelling differences that carry no meaning removed: case, Latin and Arabic diacritics, full-width forms, alef and ya variants.
 * Keeps the number of words, not the number of characters.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[’`´]/g, "'");
}
