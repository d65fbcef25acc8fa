import type { ProductName } from '../assistant.types.ts';
import { loadResource } from '../load-resource.ts';
import { ConceptMatcher } from '../text/concepts.ts';
import { fold } from '../text/fold.ts';

type Names = Record<string, string[]>;
const SIZE = /\b\d+(?:[.,]\d+)?\s*(?:ml|g|kg|pcs|pads?|l|oz)?\b|\bspf\s*\d+\+*|\bpa\++/giu;
const PRAISE = /\b(?:hydrating|official|premium|new|gel|custom|natural|korean)\b/giu;

/** Recognises the workspace's products by their own names and by authored aliases of common product words. */
export class ProductMatcher {
  private readonly matcher: ConceptMatcher;

  constructor(products: readonly ProductName[]) {
    const aliases = loadResource<Record<string, Names>>('product-aliases');
    const terms: Record<string, Names> = {};
    for (const { slug, names } of products) {
      const own: Names = {};
      for (const [language, name] of Object.entries(names)) own[language] = spellings(name);
      const english = fold(names['en'] ?? '');
      for (const [head, byLanguage] of Object.entries(aliases)) {
        if (!english.includes(head)) continue;
        for (const [language, list] of Object.entries(byLanguage)) own[language] = [...(own[language] ?? []), ...list];
      }
      terms[slug] = own;
    }
    this.matcher = new ConceptMatcher(terms);
  }

  /** Slugs of the products a text names, in order of first mention. */
  find(text: string): string[] {
    return [...new Set(this.matcher.match(text))];
  }
}

function spellings(name: string): string[] {
  const plain = name.replace(SIZE, ' ').replace(/\s+/g, ' ').trim();
  const short = plain.replace(PRAISE, ' ').replace(/\s+/g, ' ').trim();
  return [...new Set([plain, short])]
    .filter((text) => text.length > 1)
    .map((text) => (/[a-z]$/i.test(text) ? `${text}*` : text));
}
