import { asksForFiles, findUnknownVariable } from '@dangol/crm';
import type { MacroFieldsFragment, SaveMacroInput } from '../../../generated/graphql.ts';

/** A macro while it is written. */
export interface MacroDraft {
  readonly id: string;
  readonly name: string;
  readonly texts: readonly { readonly language: string; readonly text: string }[];
  readonly asksForFiles: boolean;
  /** The version that is edited; null for a new one. */
  readonly basedOn: number | null;
}

/** What has to be put right before it can be saved. */
export type DraftProblem =
  | { readonly kind: 'name' }
  | { readonly kind: 'empty'; readonly language: string }
  | { readonly kind: 'unknown'; readonly language: string; readonly variable: string };

/** A macro as it stands, to be edited; its language is written as the team speaks when it is new. */
export function draftOf(macro: MacroFieldsFragment | null, id: string, language: string): MacroDraft {
  if (macro === null) return { id, name: '', texts: [{ language, text: '' }], asksForFiles: false, basedOn: null };
  const texts = macro.texts.map((one) => ({ language: one.language, text: one.text }));
  return { id: macro.id, name: macro.name, texts, asksForFiles: macro.asksForFiles, basedOn: macro.version };
}

/** The first thing that keeps a draft from being saved, in the order of the form. */
export function problemOf({ name, texts }: MacroDraft): DraftProblem | null {
  if (name.trim() === '') return { kind: 'name' };
  for (const { language, text } of texts) {
    if (text.trim() === '') return { kind: 'empty', language };
    const variable = findUnknownVariable([text]);
    if (variable !== null) return { kind: 'unknown', language, variable };
  }
  return null;
}

/** Whether a reply with it brings a link: by choice, or because a text has a place for one. */
export function bringsLink(draft: MacroDraft): boolean {
  return draft.asksForFiles || asksForFiles(draft.texts);
}

export function inputOf(draft: MacroDraft): SaveMacroInput {
  return { ...draft, texts: draft.texts.map((one) => ({ ...one })), asksForFiles: bringsLink(draft) };
}

export function withText(draft: MacroDraft, language: string, text: string): MacroDraft {
  return { ...draft, texts: draft.texts.map((one) => (one.language === language ? { language, text } : one)) };
}

export function withLanguage(draft: MacroDraft, language: string): MacroDraft {
  return { ...draft, texts: [...draft.texts, { language, text: '' }] };
}

export function withoutLanguage(draft: MacroDraft, language: string): MacroDraft {
  return { ...draft, texts: draft.texts.filter((one) => one.language !== language) };
}

/** The language that every other one reads is the first. */
export function withFirst(draft: MacroDraft, language: string): MacroDraft {
  const [first, rest] = [
    draft.texts.filter((one) => one.language === language),
    withoutLanguage(draft, language).texts,
  ];
  return { ...draft, texts: [...first, ...rest] };
}
