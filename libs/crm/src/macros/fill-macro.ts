import { putIn, variablesIn, type FilledText, type MacroValues } from './macro-variables.ts';

/** A macro in one language, ISO 639-1. */
export interface MacroText {
  readonly language: string;
  readonly text: string;
}

/** A macro filled in, and in which language. */
export interface FilledMacroText extends FilledText {
  readonly language: string;
}

/** Longest filled text, characters: what a reply may have. */
const MAX_FILLED = 50_000;

/** The text for a reader of `language` (a region such as pt-BR counts as its language), else the first one. */
export function chooseMacroText(texts: readonly MacroText[], language: string | null): MacroText {
  const wanted = language?.trim().toLowerCase().split(/[-_]/, 1)[0];
  const chosen = texts.find((one) => one.language === wanted) ?? texts[0];
  if (!chosen) throw new TypeError('A macro has at least one text');
  return chosen;
}

/** Fills the text for a reader of `language`. Values are asked for in the language of the text: dates and countries have names. */
export function fillMacro(
  texts: readonly MacroText[],
  language: string | null,
  valuesIn: (language: string) => MacroValues,
): FilledMacroText {
  const chosen = chooseMacroText(texts, language);
  const { text, missing } = putIn(chosen.text, valuesIn(chosen.language));
  return { language: chosen.language, text: text.slice(0, MAX_FILLED).toWellFormed(), missing };
}

/** Whether the buyer is meant to send files: a link in a text is of no use when nobody makes it. */
export function asksForFiles(texts: readonly MacroText[]): boolean {
  return texts.some(({ text }) => variablesIn(text).includes('upload.link'));
}
