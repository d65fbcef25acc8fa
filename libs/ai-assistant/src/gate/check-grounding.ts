import type { Citation, Draft, KnowledgeEntry, TargetPrice } from '../assistant.types.ts';
import { isQuotable } from '../retrieval/knowledge-index.ts';
import { loadResource } from '../load-resource.ts';

const NUMBER = /\d+(?:[.,]\d+)*/gu;
const CURRENCY = /\b(?:USD|EUR|GBP|KRW|CNY|RMB|JPY|AED)\b|[$€£¥₩]/gu;
const UNIT =
  /(?<=\d\s?)(?:ml|kg|g|cm|mm|cbm|l|oz|%|(?:business |working )?(?:days?|weeks?|months?|years?|hours?|units?|pcs|pieces|sheets|cartons?))(?![\p{L}])/giu;
/** Certificates and schemes are written in capitals; a bare acronym in a draft must come from an entry. */
const NAME = /\b[A-Z][A-Z0-9]{2,}\b/gu;

export interface GroundingSources {
  entries: ReadonlyMap<string, KnowledgeEntry>;
  asOf: string;
  targetPrice: TargetPrice | null;
  /** Words outside the facts: the seller's and the buyer's names. */
  names: readonly string[];
  /** True when a text names one of the workspace's products; slugs found. */
  productsIn(text: string): string[];
}

/**
 * Claims of a draft that no cited, public, in-date entry holds. Empty means grounded. The draft's own next steps (dates computed
 * from the calendar) and the one line that repeats the buyer's target are known sentences and are taken out before reading.
 */
export function findUngrounded(draft: Draft, sources: GroundingSources): string[] {
  const problems: string[] = [];
  const support: string[] = [];
  for (const citation of draft.citations) {
    const entry = sources.entries.get(citation.entryId);
    const bad = badCitation(citation, entry, sources.asOf);
    if (bad) problems.push(bad);
    else if (entry) support.push(`${entry.title} ${entry.answer}`);
  }
  const body = withoutOwnWords(draft, sources);
  const known = support.join('\n');
  const check = (kind: string, pattern: RegExp): void => {
    const supported = new Set((known.match(pattern) ?? []).map(plain));
    for (const claim of new Set(body.match(pattern) ?? []))
      if (!supported.has(plain(claim))) problems.push(`${kind} ${claim}`);
  };
  check('number', NUMBER);
  check('currency', CURRENCY);
  check('unit', UNIT);
  check('name', NAME);
  const supportedProducts = new Set(sources.productsIn(known));
  for (const slug of sources.productsIn(body)) if (!supportedProducts.has(slug)) problems.push(`product ${slug}`);
  return problems;
}

const plain = (claim: string): string => claim.toLowerCase().replace(/,(?=\d{3})/g, '');

function badCitation(citation: Citation, entry: KnowledgeEntry | undefined, asOf: string): string | null {
  if (!entry) return `citation ${citation.entryCode} unknown`;
  if (entry.version !== citation.entryVersion) return `citation ${citation.entryCode} version`;
  return isQuotable(entry, asOf) ? null : `citation ${citation.entryCode} not quotable`;
}

function withoutOwnWords(draft: Draft, { targetPrice, names }: GroundingSources): string {
  const words = loadResource<Record<string, Record<string, string>>>('skeletons')[draft.language] ?? {};
  let body = draft.text;
  const drop = (text: string): void => {
    if (text) body = body.split(text).join(' ');
  };
  for (const step of draft.nextSteps) drop(step);
  if (targetPrice) drop((words['target'] ?? '').replace('{price}', `${targetPrice.currency} ${targetPrice.amount}`));
  for (const name of names) drop(name);
  return body.replace(/\[\d{1,2}\]/g, ' ').replace(/^[ABC]\. /gm, ' ');
}
