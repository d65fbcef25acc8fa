import type { Triage } from '@dangol/ai-assistant';
import type { RequirementDetail } from '@dangol/crm';

/** What an inquiry tells about the buyer's intent, as the grade reads it (spec crm, Intent). Only what was seen is written. */
export interface InquirySignals {
  readAt: string;
  quantity?: number;
  targetPrice?: true;
  deadline?: true;
  details?: RequirementDetail[];
}

/** A worked-out requirement shows in words of the trade; first languages of the inquiries that sellers get. */
const DETAIL_WORDS: Record<RequirementDetail, RegExp> = {
  option:
    /\b(colou?rs?|shades?|sizes?|scents?|variants?|options?|formula)\b|옵션|색상|용량|颜色|规格|カラー|цвет|色号/iu,
  certificate:
    /\b(cpnp|fda|msds|coa|iso\s?\d*|halal|vegan|gmp|certificates?|certification|registration)\b|인증|认证|証明|сертификат|شهادة/iu,
  packaging:
    /\b(packaging|packing|carton|box(es)?|pouch|barcode|label(l?ing)?)\b|포장|패키지|包装|упаковк|تغليف|empaque|verpackung/iu,
  artwork:
    /\b(artwork|logo|private label|oem|odm|print(ing)?|design file|our (own )?label)\b|로고|디자인|贴牌|логотип|شعار/iu,
};

/** Reads the signals out of a triaged message. */
export function signalsOf(triage: Triage, text: string, readAt: Date): InquirySignals {
  const details = (Object.keys(DETAIL_WORDS) as RequirementDetail[]).filter((detail) =>
    DETAIL_WORDS[detail].test(text),
  );
  const quantity = Math.max(0, ...triage.entities.quantities);
  return {
    readAt: readAt.toISOString(),
    ...(quantity > 0 && { quantity }),
    ...(triage.entities.targetPrice && { targetPrice: true as const }),
    ...(triage.entities.deadline && { deadline: true as const }),
    ...(details.length > 0 && { details }),
  };
}
