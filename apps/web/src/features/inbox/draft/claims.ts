/** What the grounding check found without a source: a value of some kind, a citation that may not be used, or a whole statement. */
export interface Claim {
  kind: 'number' | 'currency' | 'unit' | 'name' | 'product' | 'citation' | 'statement';
  value: string;
}

const KINDS: readonly string[] = ['number', 'currency', 'unit', 'name', 'product', 'citation'];

/** Reads one entry of `Draft.unsupported`: "number 500", "name FDA", or a sentence as another engine writes it. */
export function parseClaim(raw: string): Claim {
  const space = raw.indexOf(' ');
  const kind = raw.slice(0, Math.max(0, space));
  if (!KINDS.includes(kind)) return { kind: 'statement', value: raw.trim() };
  return { kind: kind as Claim['kind'], value: raw.slice(space + 1).trim() };
}

/** What may not stand right before and right after a claim. Korean particles follow a word without a space, so only Latin letters end a name. */
const EDGES: Record<Claim['kind'], readonly [before: string, after: string]> = {
  number: ['(?<!\\d|\\d[.,])', '(?!\\d|[.,]\\d)'],
  unit: ['(?<!\\p{L})', '(?!\\p{L})'],
  currency: ['', ''],
  name: ['(?<![A-Za-z0-9])', '(?![A-Za-z0-9])'],
  product: ['(?<![A-Za-z0-9])', '(?![A-Za-z0-9])'],
  citation: ['', ''],
  statement: ['', ''],
};

/** Every place where a claim stands in a text, as a whole: the 5 of "5 days" is not the 5 of "15". */
export function findClaim(text: string, { kind, value }: Claim): Span[] {
  if (value === '' || kind === 'citation') return [];
  const words = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  const [before, after] = EDGES[kind];
  const pattern = new RegExp(`${before}${words}${after}`, 'giu');
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

export interface Span {
  start: number;
  end: number;
}

/** Every place where one of the claims stands, in order; overlapping and neighbouring ones as one ("12" and "days" of "12 days"). */
export function findClaims(text: string, claims: readonly Claim[]): Span[] {
  const spans = claims.flatMap((claim) => findClaim(text, claim)).sort((a, b) => a.start - b.start || b.end - a.end);
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && span.start <= last.end + 1) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result;
}
