import { eld } from 'eld/small';
import { loadResource } from '../load-resource.ts';
import { fold } from '../text/fold.ts';

export interface Language {
  code: string;
  certain: boolean;
}

/** Languages a Latin-script trade message can be in; a closed list keeps short texts from landing on rare languages. */
const LATIN = ['en', 'es', 'de', 'fr', 'it', 'pt', 'nl', 'pl', 'tr', 'vi', 'ms', 'sv', 'da', 'cs', 'ro', 'hu', 'tl'];
let lexicon: Map<string, Map<string, number>> | null = null;

/** word -> language -> how often the authored phrases of that language use it, relative to its length */
function authoredWords(): Map<string, Map<string, number>> {
  if (lexicon) return lexicon;
  lexicon = new Map();
  const sources = [
    ...Object.values(loadResource<Record<string, Record<string, string[]>>>('intent-phrases')),
    ...Object.values(loadResource<Record<string, Record<string, string[]>>>('spam-phrases')),
    loadResource<Record<string, string[]>>('function-words'),
  ];
  for (const byLanguage of sources) {
    for (const [language, texts] of Object.entries(byLanguage)) {
      for (const word of texts.flatMap((text) => fold(text).match(/[a-z']+/g) ?? [])) {
        const languages = lexicon.get(word) ?? new Map<string, number>();
        languages.set(language, (languages.get(language) ?? 0) + 1);
        lexicon.set(word, languages);
      }
    }
  }
  return lexicon;
}

/** Language of a message: by script where the script decides, else authored words of trade messages plus a detector. */
export function detectLanguage(text: string): Language {
  const sample = text.replace(/https?:\/\/\S+|\S+@\S+/g, ' ').slice(0, 1500);
  const count = (script: RegExp): number => (sample.match(script) ?? []).length;
  const latin = count(/\p{Script=Latin}/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(/\p{Script=Han}/gu);
  const arabic = count(/\p{Script=Arabic}/gu);
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  const others = count(/[\p{Script=Thai}\p{Script=Hebrew}\p{Script=Greek}\p{Script=Devanagari}]/gu);
  // one Chinese or Korean character says about as much as three letters
  const weights: [string, number][] = [
    ['latin', latin],
    ['ko', hangul * 3],
    ['zh', kana > 0 && kana * 4 > han ? 0 : han * 3],
    ['ja', kana > 0 && kana * 4 > han ? (kana + han) * 3 : 0],
    ['arabic', arabic * 1.3],
    ['cyrillic', cyrillic * 1.3],
    ['other', others * 1.5],
  ];
  weights.sort((a, b) => b[1] - a[1]);
  const [script, weight] = weights[0] as [string, number];
  if (weight === 0) return { code: 'en', certain: false };
  const clear = weight > 2.2 * (weights[1]?.[1] ?? 0);
  if (script === 'latin') return latinLanguage(sample, clear);
  if (script === 'arabic') return { code: /[پچژگ]/.test(sample) ? detector(sample, 'fa') : 'ar', certain: clear };
  if (script === 'cyrillic') return { code: /[іїєґ]/i.test(sample) ? 'uk' : cyrillicLanguage(sample), certain: clear };
  return script === 'other' ? { code: detector(sample, 'en'), certain: clear } : { code: script, certain: clear };
}

const detector = (text: string, fallback: string): string => eld.detect(text).language || fallback;

function cyrillicLanguage(text: string): string {
  const scores = eld.detect(text).getScores();
  const rival = Object.entries(scores).find(([code]) => code !== 'ru');
  return /[ыэё]/i.test(text) || !rival || rival[1] < (scores.ru ?? 0) + 0.15 ? 'ru' : rival[0];
}

function latinLanguage(text: string, clear: boolean): Language {
  const words = fold(text).match(/[a-z']+/g) ?? [];
  const scores = eld.detect(text).getScores();
  const votes = new Map<string, number>(LATIN.map((code) => [code, (scores[code] ?? 0) * 1.2]));
  let known = 0;
  for (const word of words) {
    const languages = authoredWords().get(word);
    if (!languages) continue;
    known++;
    const total = [...languages.values()].reduce((sum, n) => sum + Math.sqrt(n), 0);
    for (const [code, n] of languages) {
      votes.set(code, (votes.get(code) ?? 0) + Math.sqrt(n) / total / Math.max(words.length, 3));
    }
  }
  if (/[¿¡ñ]/.test(text)) votes.set('es', (votes.get('es') ?? 0) + 0.4);
  if (/ß/.test(text)) votes.set('de', (votes.get('de') ?? 0) + 0.4);
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] === 0) return { code: 'en', certain: false };
  const margin = first[1] - (second?.[1] ?? 0);
  return { code: first[0], certain: clear && words.length > 0 && margin > 0.05 && (known > 0 || words.length > 4) };
}
