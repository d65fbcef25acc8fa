/** What a macro may leave open, in the order in which a writer is offered it. */
export const MACRO_VARIABLES = [
  'buyer.name',
  'buyer.company',
  'buyer.country',
  'member.name',
  'workspace.name',
  'conversation.subject',
  'product.name',
  'promised.date',
  'upload.link',
] as const;

/** One of them. */
export type MacroVariable = (typeof MACRO_VARIABLES)[number];

/** What stands for the variables; null or blank: nothing is known. */
export type MacroValues = Readonly<Partial<Record<MacroVariable, string | null>>>;

/** Whatever stands in braces on one line is meant as a variable: a misspelt one must never reach a buyer. */
const IN_BRACES = /\{[^\S\n]*([^{}\n]*?[^{}\s])[^\S\n]*\}/g;

/** The variables of a text that can be filled, each once, in order. */
export function variablesIn(text: string): MacroVariable[] {
  return [...new Set(wordsInBraces(text))].filter(isMacroVariable);
}

/** The first word in braces that is no variable, of all texts; null when each is one. */
export function findUnknownVariable(texts: readonly string[]): string | null {
  return texts.flatMap(wordsInBraces).find((word) => !isMacroVariable(word)) ?? null;
}

/** A text with its variables put in, and those that had no value: they stand in the text as they are. */
export interface FilledText {
  readonly text: string;
  readonly missing: MacroVariable[];
}

/** Puts values in. What is put in is not read again, so that a buyer's name cannot bring a variable along. */
export function putIn(text: string, values: MacroValues): FilledText {
  const missing = new Set<MacroVariable>();
  const filled = text.replace(IN_BRACES, (whole, word: string) => {
    if (!isMacroVariable(word)) return whole;
    const value = values[word]?.trim();
    if (!value) missing.add(word);
    return value || whole;
  });
  return { text: filled, missing: [...missing] };
}

function isMacroVariable(word: string): word is MacroVariable {
  return (MACRO_VARIABLES as readonly string[]).includes(word);
}

function wordsInBraces(text: string): string[] {
  return [...text.matchAll(IN_BRACES)].map(([, word]) => word!);
}
