import { type BUSINESS_TYPES } from '../../grading/index.ts';
import { plainHeader } from '../plain-header.ts';
import { NOTHING, type Read } from './read.ts';

/** Words that mean a kind of company. */
export const COMPANY_TYPES: Readonly<Record<(typeof BUSINESS_TYPES)[number], string>> = {
  distributor:
    'distributor|wholesaler|wholesale|importer|trader|trading company|trading|agent|buying office|유통사|유통|도매|도매상|수입상|수입업체|무역회사|무역|총판|대리점|经销商|批发商|进口商|贸易公司|代理商|經銷商|批發商|進口商|貿易公司',
  brand: 'brand|brand owner|manufacturer|oem|브랜드|브랜드사|제조사|제조|品牌|品牌商|制造商|品牌方|製造商',
  chain:
    'chain|chain store|franchise|department store|supermarket|체인|체인점|프랜차이즈|백화점|마트|连锁|连锁店|百货|超市|連鎖|連鎖店|百貨',
  retailer:
    'retailer|retail|shop|store|online shop|online store|e-commerce|ecommerce|marketplace seller|소매|소매상|소매점|매장|온라인몰|쇼핑몰|零售商|零售|网店|电商|零售店|網店|電商',
  sideSeller:
    'side seller|sideSeller|side business|individual|personal|reseller|part-time seller|개인|개인 셀러|부업|부업 셀러|리셀러|个人|个体|兼职|微商|個人|兼職',
  other: 'other|others|etc|unknown|end user|기타|기타 업종|其他|其它',
};

const YES = new Set(
  [
    'true',
    'yes',
    'y',
    '1',
    'o',
    't',
    'on',
    '예',
    '네',
    '유',
    '가능',
    '사용',
    '함',
    '是',
    '对',
    '有',
    '√',
    '✓',
    '✔',
    '○',
    'v',
  ].map(plainMark),
);
const NO = new Set(
  [
    'false',
    'no',
    'n',
    '0',
    'x',
    'f',
    'off',
    '아니오',
    '아니요',
    '무',
    '불가',
    '미사용',
    '안함',
    '否',
    '不',
    '无',
    '無',
    '✗',
    '✕',
    '×',
    '-',
  ].map(plainMark),
);

/** The reader of a choice: each word that is meant -> what is stored. */
export function choiceReader(choices: Readonly<Record<string, string>>): (cell: string) => Read<string> {
  const meaning = new Map<string, string>();
  for (const [key, words] of Object.entries(choices))
    for (const word of [key, ...words.split('|')])
      if (!meaning.has(plainHeader(word))) meaning.set(plainHeader(word), key);
  const seen = new Map<string, Read<string>>();
  return (cell) => {
    if (cell === '') return NOTHING;
    const known = seen.get(cell);
    if (known) return known;
    const word = plainHeader(cell);
    const value = meaning.get(word);
    const read: Read<string> = value ? { value } : cell.trim() === '' ? NOTHING : { problem: 'UNKNOWN_CHOICE' };
    if (seen.size < 1000) seen.set(cell, read); // a column holds few words, many times
    return read;
  };
}

/** Yes or no, in words and in signs. */
export function readBoolean(cell: string): Read<boolean> {
  const word = plainMark(cell);
  if (word === '') return NOTHING;
  if (YES.has(word)) return { value: true };
  return NO.has(word) ? { value: false } : { problem: 'NOT_A_YES_OR_NO' };
}

/** Level of a platform: `L3`, `Level 3`, `3`. */
export function readLevel(cell: string): Read<'L1' | 'L2' | 'L3' | 'L4'> {
  const text = cell.trim();
  if (text === '' || text === '-') return NOTHING;
  const match = /^(?:l|lv|lvl|level|레벨|等级|等級|级)?\s*\.?\s*([1-4])\s*(?:등급|级|級|buyer)?$/i.exec(
    text.normalize('NFKC'),
  );
  return match ? { value: `L${match[1]}` as 'L1' } : { problem: 'UNKNOWN_LEVEL' };
}

function plainMark(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
