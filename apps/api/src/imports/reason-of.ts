import type { RowProblem } from './import-applier.ts';

export type ReasonLanguage = 'ko' | 'en';

/** Why a cell cannot be taken, in words; `{value}` is what stands in it. The screens have their own by the same codes. */
const REASONS: Readonly<Record<string, { readonly ko: string; readonly en: string }>> = {
  REQUIRED: { ko: '값이 필요합니다', en: 'a value is needed' },
  TOO_LONG: { ko: '너무 깁니다', en: 'too long' },
  UNREADABLE_TEXT: { ko: '깨진 글자가 있습니다', en: 'contains broken characters' },
  NOT_AN_EMAIL: { ko: '이메일 주소가 아닙니다: {value}', en: 'not an e-mail address: {value}' },
  NOT_A_PHONE: { ko: '전화번호가 아닙니다: {value}', en: 'not a phone number: {value}' },
  NOT_A_WEB_ADDRESS: { ko: '웹 주소가 아닙니다: {value}', en: 'not a web address: {value}' },
  NOT_A_DATE: { ko: '날짜가 아닙니다: {value}', en: 'not a date: {value}' },
  IMPOSSIBLE_DATE: { ko: '없는 날짜입니다: {value}', en: 'no such date: {value}' },
  AMBIGUOUS_DATE: { ko: '연·월·일 순서를 알 수 없습니다: {value}', en: 'order of day and month unclear: {value}' },
  NOT_AN_AMOUNT: { ko: '금액이 아닙니다: {value}', en: 'not an amount: {value}' },
  CURRENCY_MISSING: { ko: '통화가 없습니다', en: 'no currency' },
  CURRENCY_CONFLICT: { ko: '통화가 서로 다릅니다: {value}', en: 'two different currencies: {value}' },
  UNKNOWN_CURRENCY: { ko: '알 수 없는 통화: {value}', en: 'unknown currency: {value}' },
  DECIMALS_BEYOND_CURRENCY: {
    ko: '통화보다 소수점 자리가 많습니다: {value}',
    en: 'more decimals than the currency has: {value}',
  },
  NO_EXCHANGE_RATE: {
    ko: '{value} 환율이 없습니다. 환율을 등록해 주세요',
    en: 'no exchange rate for {value}: enter one',
  },
  NOT_A_WHOLE_NUMBER: { ko: '정수가 아닙니다: {value}', en: 'not a whole number: {value}' },
  NUMBER_OUT_OF_RANGE: { ko: '숫자가 너무 큽니다: {value}', en: 'number out of range: {value}' },
  BELOW_ZERO: { ko: '0보다 작습니다: {value}', en: 'below zero: {value}' },
  SCIENTIFIC_NUMBER: {
    ko: '숫자가 줄어들어 원래 값을 알 수 없습니다: {value}. 열을 텍스트 형식으로 바꿔 다시 저장해 주세요',
    en: 'digits were lost: {value}. Format the column as text and save again',
  },
  UNKNOWN_COUNTRY: { ko: '알 수 없는 국가: {value}', en: 'unknown country: {value}' },
  UNKNOWN_LANGUAGE: { ko: '알 수 없는 언어: {value}', en: 'unknown language: {value}' },
  UNKNOWN_TIME_ZONE: { ko: '알 수 없는 시간대: {value}', en: 'unknown time zone: {value}' },
  UNKNOWN_LEVEL: { ko: '알 수 없는 레벨: {value}', en: 'unknown level: {value}' },
  UNKNOWN_CHOICE: { ko: '알 수 없는 값: {value}', en: 'unknown value: {value}' },
  NOT_A_YES_OR_NO: { ko: '예/아니요 값이 아닙니다: {value}', en: 'not yes or no: {value}' },
  STRAY_QUOTE: { ko: '따옴표가 잘못되었습니다', en: 'a stray quotation mark' },
  TOO_MANY_CELLS: { ko: '머리글보다 칸이 많습니다', en: 'more cells than headers' },
  CELL_TOO_LONG: { ko: '칸의 내용이 너무 깁니다', en: 'the cell is too long' },
  CELL_ERROR: { ko: '스프레드시트 오류 값: {value}', en: 'an error of the spreadsheet: {value}' },
  FORMULA_WITHOUT_VALUE: { ko: '계산되지 않은 수식입니다', en: 'a formula without a value' },
  NO_SUCH_ORDER: { ko: '없는 주문 번호: {value}', en: 'no such order: {value}' },
  NO_SUCH_BUYER: { ko: '바이어를 찾을 수 없습니다: {value}', en: 'no such buyer: {value}' },
  NO_SUCH_MEMBER: { ko: '없는 담당자: {value}', en: 'no such member: {value}' },
  UNKNOWN_CONVERSATION: { ko: '없는 대화: {value}', en: 'no such conversation: {value}' },
  INTERNAL_AUTO_REPLY: {
    ko: '내부용 항목은 자동으로 보낼 수 없습니다',
    en: 'an internal entry is never sent by itself',
  },
  SKU_TAKEN: { ko: '다른 상품의 SKU입니다: {value}', en: 'the SKU of another product: {value}' },
  REPEATED_SKU: { ko: '같은 SKU가 두 번 있습니다: {value}', en: 'the same SKU twice: {value}' },
  OPTIONS_DO_NOT_FIT: { ko: '옵션이 다른 품목과 맞지 않습니다', en: 'options do not fit the other variants' },
  REPEATED_PRICE: { ko: '같은 수량에 가격이 두 개 있습니다', en: 'two prices for one quantity' },
  DEARER_FOR_MORE: { ko: '수량이 많은데 단가가 더 비쌉니다', en: 'dearer for a larger quantity' },
  NOT_AN_HS_CODE: { ko: 'HS 코드가 아닙니다: {value}', en: 'not an HS code: {value}' },
  PRODUCT_RULE: {
    ko: '이 상품은 이대로 넣을 수 없습니다: {value}',
    en: 'the product cannot be taken as it stands: {value}',
  },
  TOO_MANY_TAGS: { ko: '태그가 너무 많습니다: {value}', en: 'too many tags: {value}' },
};

/** The reason of one problem, with the header of its column before it. */
export function reasonOf(
  { column, code, value }: RowProblem,
  headers: readonly string[],
  language: ReasonLanguage,
): string {
  const words = REASONS[code]?.[language] ?? code;
  const header = column === null ? '' : (headers[column] ?? '');
  return `${header ? `${header}: ` : ''}${words.replace('{value}', value ?? '')}`;
}
