import { loadResource } from '../load-resource.ts';
import { ConceptMatcher } from '../text/concepts.ts';

const DISPLAY_LANGUAGES = ['en', 'ko', 'zh', 'es', 'ru', 'ar', 'de', 'ja'];
/** The seller's own country is never the destination. */
const HOME = 'KR';
let matcher: ConceptMatcher | null = null;

/** Country and city names: authored places with their inflections, plus every country name the runtime knows. */
function places(): ConceptMatcher {
  if (matcher) return matcher;
  const terms: Record<string, Record<string, string[]>> = {};
  for (const [code, names] of Object.entries(loadResource<Record<string, string[]>>('places')))
    terms[code] = { en: names };
  for (const language of DISPLAY_LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (let i = 0; i < 26 * 26; i++) {
      const code = String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26));
      const name = display.of(code);
      if (!name || name.length < 2 || /^(?:EU|EZ|UN|QO|XA|XB|ZZ)$/.test(code) || code === HOME) continue;
      const term = language === 'ru' && name.length > 5 ? `${name.replace(/[аяийь]+$/, '')}*` : name;
      (terms[code] ??= {})['en'] = [...(terms[code]?.['en'] ?? []), term];
    }
  }
  matcher = new ConceptMatcher(terms);
  return matcher;
}

/** ISO 3166-1 code of the first country (or known city) named in the text; the seller's own country does not count. */
export function findCountry(text: string): string | null {
  return places().match(text)[0] ?? null;
}
