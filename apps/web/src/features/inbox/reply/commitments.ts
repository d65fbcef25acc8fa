import { type Claim, findClaims } from '../draft/claims.ts';

/** What never leaves without a valid source unless a person answers for it (UX.md 4, "Why not auto-sent"). */
export type CommitmentKind = 'discount' | 'price' | 'leadTime' | 'stock' | 'certification' | 'other';

export interface Commitment {
  kind: CommitmentKind;
  /** The words of the reply that have no source. */
  words: readonly string[];
}

/** Words and signs of each kind in the seven languages that drafts are written in. */
const SIGNS: readonly (readonly [Exclude<CommitmentKind, 'other'>, RegExp])[] = [
  ['discount', /discount|\boff\b|rebate|할인|折扣|优惠|скидк|descuento|rabatt|nachlass|خصم|割引/iu],
  [
    'price',
    /[$€£¥₩]|\b(?:USD|EUR|KRW|GBP|JPY|CNY|RMB|RUB|AED|SAR)\b|\bprice|\bcost|\bfree\b|가격|단가|무료|\d\s?원|价格|单价|元|цен|руб|precio|preis|سعر|価格/iu,
  ],
  [
    'leadTime',
    /lead time|dispatch|\bship(?:s|ped)?\b|deliver|\bdays?\b|\bweeks?\b|\bmonths?\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|납기|출고|배송|\d\s?일|\d\s?주|交期|发货|天|срок|дн[ея]|недел|plazo|d[ií]as|semanas|lieferzeit|\btage?n?\b|wochen|يوم|أيام|أسبوع|納期|\d日/iu,
  ],
  [
    'stock',
    /in stock|\bstock\b|available|재고|库存|现货|налич|склад|existencias|disponible|lager|vorrätig|مخزون|متوفر|在庫/iu,
  ],
  [
    'certification',
    /certif|\b(?:FDA|CPNP|SFDA|GMP|ISO|CE|EAC|MSDS|COA|INVIMA|ANVISA|NMPA|TFDA)\b|halal|vegan|인증|허가|할랄|认证|证书|сертиф|декларац|zertifi|شهادة|حلال|認証/iu,
  ],
];
const SENTENCE_END = /[.!?。！？؟](?=\s|$)|\n/gu;

/**
 * The unsupported claims that the reply still makes, by kind of commitment, judged by the sentence they stand in; a claim of no kind is `other`.
 * What the writer has taken out needs no answer. Errs on the side of asking.
 */
export function commitmentsIn(reply: string, claims: readonly Claim[]): Commitment[] {
  const groups = new Map<CommitmentKind, Set<string>>();
  for (const { start, end } of findClaims(reply, claims)) {
    const sentence = sentenceAround(reply, start, end);
    const kinds = SIGNS.filter(([, sign]) => sign.test(sentence)).map(([kind]) => kind);
    for (const kind of kinds.length > 0 ? kinds : (['other'] as const))
      groups.set(kind, (groups.get(kind) ?? new Set()).add(reply.slice(start, end)));
  }
  return [...groups].map(([kind, words]) => ({ kind, words: [...words] }));
}

function sentenceAround(text: string, start: number, end: number): string {
  const ends = [...text.matchAll(SENTENCE_END)].map((match) => match.index);
  const from = ends.findLast((at) => at < start) ?? -1;
  const to = ends.find((at) => at >= end) ?? text.length;
  return text.slice(from + 1, to);
}
