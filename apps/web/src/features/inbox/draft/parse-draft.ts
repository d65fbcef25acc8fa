import { type Claim, findClaim } from './claims.ts';

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
  for (const { start, end } of joined(claims.flatMap((claim) => findClaim(text, claim)))) {
    if (start > from) parts.push({ kind: 'text', text: text.slice(from, start) });
    parts.push({ kind: 'unsupported', text: text.slice(start, end) });
    from = end;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

/** Overlapping and neighbouring spans as one ("12" and "days" of "12 days"). */
function joined(spans: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const result: { start: number; end: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && span.start <= last.end + 1) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result;
}
