import { fold } from './fold.ts';
import { stem } from './stem.ts';

const RUN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー]+|\p{N}+(?:[.,]\p{N}+)*|\p{L}+/gu;
const CJK = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/** True for a run that is written without spaces between words, or with particles glued on (Korean). */
export const isCjk = (run: string): boolean => CJK.test(run);

/** Folded runs of one script: words, numbers, stretches of Chinese, Japanese or Korean. */
export function runs(text: string): string[] {
  return fold(text).match(RUN) ?? [];
}

/** Index terms: stemmed words, numbers without separators, bigrams of CJK stretches (a lone character stands for itself). */
export function tokenise(text: string): string[] {
  const tokens: string[] = [];
  for (const run of runs(text)) {
    if (!isCjk(run)) tokens.push(/^\p{N}/u.test(run) ? run.replace(/,(?=\d{3})/g, '') : stem(run));
    else if (run.length === 1) tokens.push(run);
    else for (let i = 0; i + 1 < run.length; i++) tokens.push(run.slice(i, i + 2));
  }
  return tokens;
}

/** Character n-grams inside words, with word edges marked; catches misspellings and compound words. */
export function characterGrams(text: string, sizes: readonly number[]): string[] {
  const grams: string[] = [];
  for (const run of runs(text)) {
    const marked = isCjk(run) ? run : `_${run}_`;
    for (const size of sizes) for (let i = 0; i + size <= marked.length; i++) grams.push(marked.slice(i, i + size));
  }
  return grams;
}
