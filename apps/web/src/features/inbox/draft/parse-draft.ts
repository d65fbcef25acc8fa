import { type Claim, findClaim, findClaims } from './claims.ts';

export type DraftPart =
  { kind: 'text'; text: string } | { kind: 'unsupported'; text: string } | { kind: 'citation'; n: number };

const MARK = /\s?\[(\d{1,2})\]/g;

/**
 * Cuts a draft into text, citation marks and unsupported claims. A `[n]` without a citation of that number stays text: the buyer may have
 * written it, and an invented source must never look like one.
 */
export function parseDraft(text: string, cited: ReadonlySet<number>, claims: readonly Claim[]): DraftPart[] {
  const parts: DraftPart[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    const n = Number(match[1]);
    if (!cited.has(n)) continue;
    parts.push(...markClaims(text.slice(from, match.index), claims), { kind: 'citation', n });
    from = match.index + match[0].length;
  }
  return [...parts, ...markClaims(text.slice(from), claims)];
}

/** Claims that stand nowhere in the text (a citation that may not be used, a product by its slug): listed beside it instead of lost. */
export function claimsOutside(text: string, claims: readonly Claim[]): Claim[] {
  return claims.filter((claim) => findClaim(text, claim).length === 0);
}

function markClaims(text: string, claims: readonly Claim[]): DraftPart[] {
  const parts: DraftPart[] = [];
  let from = 0;
  for (const { start, end } of findClaims(text, claims)) {
    if (start > from) parts.push({ kind: 'text', text: text.slice(from, start) });
    parts.push({ kind: 'unsupported', text: text.slice(start, end) });
    from = end;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}
