import { loadResource } from '../load-resource.ts';
import { tokenise } from './tokenise.ts';

let words: ReadonlySet<string> | null = null;

/** True for a token ("the", "we") that carries no matter; English only, the language of most knowledge bases. */
export function isFunctionWord(token: string): boolean {
  words ??= new Set(tokenise((loadResource<Record<string, string[]>>('function-words')['en'] ?? []).join(' ')));
  return words.has(token);
}
