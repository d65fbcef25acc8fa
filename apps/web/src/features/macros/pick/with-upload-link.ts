import { putIn, variablesIn } from '@dangol/crm';

/** A text with the address of a link in its place; at the end when the text has no place for it. */
export function withUploadLink(text: string, url: string): string {
  if (variablesIn(text).includes('upload.link')) return putIn(text, { 'upload.link': url }).text;
  return `${text.trimEnd()}\n\n${url}`;
}
