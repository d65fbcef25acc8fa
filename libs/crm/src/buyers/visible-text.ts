/** Characters that cannot be kept: controls, but for line breaks and tabs, and lone surrogates. */
const UNSTORABLE = /[\p{Cc}\p{Cs}]/gu;
/** Marks that turn the direction of what follows: a name may hold them, but they must not reorder the words around it. */
const DIRECTION = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;
/** Something that can be seen: a letter, a number, a sign or a symbol. Braille's and Hangul's blanks only look like letters. */
const VISIBLE = /[^\p{C}\p{Z}\p{M}\u2800\u3164\uffa0\u115f\u1160\u034f]/u;

/** One line of text as a person sees it: no controls, no direction marks, single spaces; null when nothing can be seen. */
export function visibleLine(text: string): string | null {
  const line = text.replace(/\s+/gu, ' ').replace(UNSTORABLE, '').replace(DIRECTION, '').normalize('NFC').trim();
  return VISIBLE.test(line) ? line : null;
}

/** Text of several lines, its controls left out but for line breaks and tabs; null when nothing can be seen. */
export function visibleText(text: string): string | null {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(UNSTORABLE, (mark) => (mark === '\n' || mark === '\t' ? mark : ''))
    .normalize('NFC')
    .trim();
  return VISIBLE.test(plain) ? plain : null;
}
