import type { LabelScore } from './classify-message.ts';

export interface SpamVerdict {
  p: number;
  type: string | null;
  quote: string | null;
}

/** Marks that hardly ever stand in a genuine inquiry; each raises the odds, none decides alone but an executable. */
const MARKS: [RegExp, string, number][] = [
  [/\S+\.(?:exe|scr|js|vbs|iso|bat)\b/iu, 'phishing', 4],
  [/password (?:for the file|is|:)|\.(?:zip|rar|html?)\b.{0,40}password/iu, 'phishing', 2.5],
  [
    /(?:account|login|mailbox|password|credentials).{0,60}(?:suspend|verify|expire|confirm|blocked|locked)/iu,
    'phishing',
    2.5,
  ],
  [/https?:\/\/[^\s/]+\.(?:top|xyz|click|info|online|site|ru|tk|live|shop)\b/iu, 'phishing', 1.5],
  [
    /(?:inheritance|lottery|western union fee|gold box|next of kin|beneficiary|tender fee|vendor fee|transfer fee)/iu,
    'scam',
    3,
  ],
  [
    /(?:guarantee[ds]?|guaranteed).{0,40}(?:position|ranking|first page|traffic|income|profit|leads)/iu,
    'solicitation',
    2.5,
  ],
  [/(?:five star|5 star|positive) reviews|followers and likes|seo\b|backlinks?/iu, 'solicitation', 2],
  [
    /(?:微信|wechat|whatsapp|telegram|واتساب|카톡).{0,12}(?:了解|咨询|详情|contact|me|اتصل|문의)?/iu,
    'solicitation',
    0.6,
  ],
  [
    /(?:we|our factory|our company) (?:are|is|produce|manufacture|supply|offer)\b.{0,80}\b(?:bottles?|jars?|packaging|raw materials?|boxes|machines?|powder|labels?|pumps?)\b/iu,
    'supplier_pitch',
    2,
  ],
];
/** Words of someone who buys from us; they lower the odds. */
const BUYING =
  /\b(?:do you (?:sell|have|ship|accept|offer)|i (?:want|need) to (?:buy|order)|your (?:products?|moq|price|catalog)|my order|our order|we (?:received|ordered)|please quote)\b/iu;

/** Probability that a message is not an inquiry, and of which kind; `model` and `modelP` come from the classifier. */
export function judgeSpam(text: string, model: readonly LabelScore[], modelP: number): SpamVerdict {
  let logit = Math.log((modelP + 1e-4) / (1 - modelP + 1e-4)) + 0.2;
  const hits = MARKS.flatMap(([pattern, type, weight]) => {
    const found = pattern.exec(text);
    return found ? [{ type, weight, quote: found[0] }] : [];
  }).sort((a, b) => b.weight - a.weight);
  for (const { weight } of hits) logit += weight;
  if (BUYING.test(text)) logit -= 1.5;
  const p = 1 / (1 + Math.exp(-logit));
  const strongest = hits[0];
  const type = strongest && strongest.weight >= 2 ? strongest.type : (model[0]?.label ?? null);
  return { p, type: p >= 0.5 ? type : null, quote: strongest?.quote.trim() ?? null };
}
