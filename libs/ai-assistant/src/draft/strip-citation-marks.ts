/** The text as sent to the buyer: the marks `[1]` are for the rep. */
export function stripCitationMarks(text: string): string {
  return text.replace(/[ \t]*\[\d{1,2}\]/g, '');
}
