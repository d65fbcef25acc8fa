import { loadResource } from '../load-resource.ts';

let patterns: RegExp[] | null = null;
/** Zero-width and direction marks hide words from a reader; so does text in look-alike full-width letters (folded by NFKC). */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/gu;

/** The words of the buyer that try to command the assistant, or null. Read on the raw text: markup is part of the attempt. */
export function detectInjection(raw: string): string | null {
  patterns ??= loadResource<{ patterns: string[] }>('injection-patterns').patterns.map((p) => new RegExp(p, 'iu'));
  const text = raw.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ');
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found) return found[0].slice(0, 160);
  }
  return null;
}
