import { formatMoney } from '../money/index.ts';

/** Languages that the decision pack is written in; for any other reader it is in English. */
export type PackLanguage = 'en' | 'ko';

/** How the decision pack says things in a language. */
export interface PackWords {
  readonly discontinued: string;
  price(unit: string): string;
  readonly moq: string;
  readonly leadTime: string;
  /** The same inside a line. */
  readonly leadTimeInline: string;
  readonly options: string;
  readonly certificates: string;
  readonly origin: string;
  days(count: number): string;
  validUntil(day: string): string;
  number(number: string): string;
  issuedBy(issuer: string): string;
  /** A quantity; `to` null: and more, undefined: exactly. */
  quantity(from: number, unit: string, to?: number | null): string;
}

/** Units as Korean readers count them; others stay as they are. */
const KOREAN_UNITS: Record<string, string> = {
  pcs: '개',
  pc: '개',
  ea: '개',
  sheets: '장',
  packs: '팩',
  pairs: '켤레',
  sets: '세트',
  boxes: '박스',
  bottles: '병',
};
const koreanUnit = (unit: string): string => KOREAN_UNITS[unit.toLowerCase()] ?? ` ${unit}`;
const grouped = (count: number): string => count.toLocaleString('en');

export const PACK_WORDS: Record<PackLanguage, PackWords> = {
  en: {
    discontinued: 'This product has been discontinued.',
    price: () => 'Unit price',
    moq: 'MOQ',
    leadTime: 'Lead time',
    leadTimeInline: 'lead time',
    options: 'Options',
    certificates: 'Certificates',
    origin: 'Origin',
    days: (count) => `${count} ${count === 1 ? 'day' : 'days'}`,
    validUntil: (day) => `valid until ${day}`,
    number: (number) => `No. ${number}`,
    issuedBy: (issuer) => `issued by ${issuer}`,
    quantity: (from, unit, to) => `${grouped(from)}${upTo(to, '–', '+')} ${unit}`,
  },
  ko: {
    discontinued: '단종된 제품입니다.',
    price: (unit) => `단가(${koreanUnit(unit).trim()}당)`,
    moq: '최소 주문 수량(MOQ)',
    leadTime: '납기',
    leadTimeInline: '납기',
    options: '옵션',
    certificates: '인증',
    origin: '원산지',
    days: (count) => `${count}일`,
    validUntil: (day) => `유효기간 ${day}까지`,
    number: (number) => `번호 ${number}`,
    issuedBy: (issuer) => `${issuer} 발급`,
    quantity: (from, unit, to) =>
      to === null
        ? `${grouped(from)}${koreanUnit(unit)} 이상`
        : `${grouped(from)}${upTo(to, '~', '')}${koreanUnit(unit)}`,
  },
};

function upTo(to: number | null | undefined, dash: string, more: string): string {
  if (to === undefined) return '';
  return to === null ? more : `${dash}${grouped(to)}`;
}

/** `USD 0.38`, with a plain space that survives every channel. */
export function packMoney(minor: bigint, currency: string, language: PackLanguage): string {
  return formatMoney({ minor, currency }, language, 'code').replaceAll('\u00a0', ' ');
}

/** `30 November 2027`, `2027년 11월 30일`. */
export function packDay(day: string, language: PackLanguage): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'ko', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** `South Korea`, `대한민국`. */
export function packCountry(country: string, language: PackLanguage): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;
}
