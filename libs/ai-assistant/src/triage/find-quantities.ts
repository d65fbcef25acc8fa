import type { ProductMatcher } from './product-matcher.ts';
import { messageCues } from './message-cues.ts';

const NUMBER =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{N}.,/#-])(\d{1,3}(?:[,.\u00a0 ]\d{3})+|\d+)(k)?(?![.,]?\d)(?!\s*(?:%|\/))/giu;
const MONEY_BEFORE =
  /(?:[$€£¥₩]|usd|eur|us\$|order(?: no\.?| number| #)?|po|#|no\.?|заказ\p{L}*|pedido|bestellung|주문번호|订单|طلب|رقم)\s*$/iu;
const NOT_GOODS =
  /^\s*(?:[$€£¥₩%]|usd|eur|krw|dollar|euro|доллар|дол|руб|دولار|美元|欧元|元|달러|유로|원|days?|weeks?|months?|years?|hours?|дн|недел|мес|лет|d[ií]as?|semanas?|meses|tage|wochen|monate|일|주|개월|년|시간|天|周|个月|年|小时|يوم|أيام|أسابيع|شهر|kg|g\b|ml|cbm|km|followers?|подписч|seguidores|stores?|shops?|locations|followers|people|magasins?|tiendas|магазин|매장|家|팔로워|filialen|läden|cartons?|containers?|%|am|pm|:\d|st\b|nd\b|th\b|january|february|march|april|may|june|july|august|september|october|november|december)/iu;

/** Korean and Chinese counters stand right behind the figure, with no space after them. */
const COUNTER = /^\s?(?:개|장|병|박스|세트|켤레|팩|통|매|個|个|片|瓶|盒|套|双|支|件|包|只|张|罐|枚|本)/u;

/** Numbers of goods asked for: beside a unit of count or a product name, and not money, time, weight or an order number. */
export function findQuantities(text: string, products: ProductMatcher): number[] {
  const found: number[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 46);
    if (MONEY_BEFORE.test(before) || NOT_GOODS.test(rest)) continue;
    const near = rest.split(/[\d.;!?\n。，]|,\s|\band\b/u)[0] ?? '';
    const words = near.trim().split(/\s+/).slice(0, 5).join(' ');
    const firstWord = near.trim().split(/\s+/).slice(0, 2).join(' ');
    const unitFollows = messageCues(firstWord).has('unit') || COUNTER.test(rest);
    const productNear =
      products.find(words).length > 0 || products.find(before.split(/[.;!?\n]/u).pop() ?? '').length > 0;
    if (!unitFollows && !productNear) continue;
    const value = Number((match[1] ?? '').replace(/[,.\u00a0 ]/g, '')) * (match[2] ? 1000 : 1);
    if (value > 0 && !found.includes(value)) found.push(value);
  }
  return found;
}
