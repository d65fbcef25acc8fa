import type { TargetPrice } from '../assistant.types.ts';
import { messageCues } from './message-cues.ts';

const CURRENCIES: [RegExp, string][] = [
  [/^(?:us\s*)?\$$|^usd$|^us\$$|^dollars?$|^d[oó]lar|^доллар|^дол|^美元|^美金|^달러|^불|دولار|^bucks$/iu, 'USD'],
  [/^€$|^eur$|^euros?$|^евро|^欧元|^유로|يورو/iu, 'EUR'],
  [/^£$|^gbp$|^pounds?$/iu, 'GBP'],
  [/^₩$|^krw$|^원$|^won$/iu, 'KRW'],
  [/^¥$|^cny$|^rmb$|^人民币|^元/iu, 'CNY'],
  [/^jpy$|^円/iu, 'JPY'],
  [/^aed$|^درهم/iu, 'AED'],
];
const SIGN = String.raw`(?:us\s?\$|usd|eur|gbp|krw|cny|rmb|jpy|aed|[$€£₩¥])`;
const NAME = String.raw`(?:usd|eur|gbp|krw|cny|rmb|jpy|aed|[$€£₩¥]|dollars?|euros?|d[oó]lar(?:es)?|доллар\p{L}*|евро|美元|美金|欧元|人民币|元|달러|유로|원|円|دولار|يورو|درهم)`;
const PRICE = new RegExp(String.raw`(${SIGN})\s?(\d+(?:[.,]\d+)*)|(\d+(?:[.,]\d+)*)\s?(${NAME})`, 'giu');
/** Without a cue word a price is a wish when it is said per piece. */
const EACH =
  /^\s*(?:each|per (?:piece|pc|unit|sheet|bottle|item)|\/\s*(?:pc|piece|unit)|apiece|a piece|за шт|pro (?:st[uü]ck|tube|einheit)|por (?:unidad|pieza)|للقطعة|每|개당)/iu;
const WHOLE_ORDER = /(?:order|po|invoice|total|pay|fee|deposit|worth|paid|pedido|заказ|bestellung)\b[^.?!]{0,25}$/iu;

/** The unit price the buyer hopes for, with its words; amounts of whole orders or payments are not prices. */
export function findTargetPrice(text: string): (TargetPrice & { quote: string }) | null {
  for (const match of text.matchAll(PRICE)) {
    const amount = toDecimal(match[2] ?? match[3] ?? '');
    const code = currencyOf(match[1] ?? match[4] ?? '');
    if (!amount || !code) continue;
    const before =
      text
        .slice(Math.max(0, match.index - 60), match.index)
        .split(/[.!?。\n]\s/u)
        .pop() ?? '';
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 30);
    const wished =
      messageCues(before).has('target') && !WHOLE_ORDER.test(before.replace(/.*(?:target|hope|budget)/iu, ''));
    const each = EACH.test(after) && !/free shipping/iu.test(after);
    const trailing =
      messageCues(after.split(/[.!?]/u)[0] ?? '').has('target') && /target|目标|목표|المستهدف/iu.test(after);
    if (wished || each || trailing) return { amount, currency: code, quote: match[0].trim() };
  }
  return null;
}

const currencyOf = (word: string): string | null =>
  CURRENCIES.find(([pattern]) => pattern.test(word.trim()))?.[1] ?? null;

/** `1,45` and `1.45` are decimals; `1,200` and `1.200` are thousands. */
function toDecimal(written: string): string | null {
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(written) && !written.startsWith('0');
  const plain = grouped ? written.replace(/[.,]/g, '') : written.replace(/,(?=\d{3}\b.*\.)/g, '').replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(plain) ? plain : null;
}
