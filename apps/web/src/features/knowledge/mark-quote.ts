export interface QuotePart {
  text: string;
  quoted: boolean;
}

/**
 * Marks in an entry what a draft quoted from it. A quote joins sentences that may stand apart in the entry, so each sentence is looked for on
 * its own; together the parts are the entry's text, unchanged.
 */
export function markQuote(answer: string, quote: string): QuotePart[] {
  const spans = sentences(quote)
    .map((sentence) => ({ start: answer.indexOf(sentence), length: sentence.length }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start);
  const parts: QuotePart[] = [];
  let from = 0;
  for (const { start, length } of spans) {
    if (start < from) continue;
    if (start > from) parts.push({ text: answer.slice(from, start), quoted: false });
    parts.push({ text: answer.slice(start, start + length), quoted: true });
    from = start + length;
  }
  if (from < answer.length) parts.push({ text: answer.slice(from), quoted: false });
  return parts;
}

function sentences(quote: string): string[] {
  return quote
    .split(/(?<=[.!?。！？؟])\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
