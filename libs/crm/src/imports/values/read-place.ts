import { plainHeader } from '../plain-header.ts';
import { NOTHING, type Read } from './read.ts';

const LOCALES = ['en', 'ko', 'zh-Hans', 'zh-Hant', 'ja', 'es', 'de', 'fr'];
/** Codes that name no country: unions, pseudo regions, the unknown. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
/** Names that CLDR does not use, as sheets write them. */
const ALIASES: Readonly<Record<string, string>> = aliases(
  'US usa,u.s.a.,america,united states of america,the united states,us of america,미합중국,美利坚合众国 KR korea,south korea,republic of korea,rok,korea south,korea republic of,kor,한국,남한,韩国,南韓 GB uk,u.k.,great britain,england,scotland,wales,northern ireland,britain,gbr,united kingdom of great britain and northern ireland,잉글랜드,英国,英國 ' +
    'IE eire,republic of ireland,irl NL holland,the netherlands,nld,네델란드 AE uae,u.a.e.,emirates,are,두바이,dubai ZA rsa,zaf CZ czech republic,czechia,cze,체코 공화국 RU russia,russian federation,rus VN viet nam,vietnam,vnm,월남 TW taiwan,taiwan province of china,twn,중화민국 HK hong kong,hongkong,hong kong sar,hkg MO macau,macao,mac ' +
    'CN china,prc,mainland china,people s republic of china,chn,중화인민공화국,中国大陆,中國大陸 JP jpn DE germany,deu DE brd FR fra ES esp IT ita CA can AU aus NZ nzl BR bra MX mex IN ind ID idn TH tha MY mys SG sgp PH phl TR turkey,turkiye,tur,터키 SA ksa,saudi,saudi arabia,sau,kingdom of saudi arabia EG egy IL isr PL pol SE swe NO nor DK dnk FI fin BE bel CH che AT aut PT prt GR grc HU hun RO rou,rumania UA ukr KZ kaz UZ uzb MN mng CL chl CO col PE per AR arg NG nga KE ken MA mar ' +
    'CI ivory coast MM burma KP north korea SY syria LA laos IR iran MD moldova TZ tanzania BO bolivia VE venezuela BN brunei CV cape verde SZ swaziland MK macedonia VA vatican PS palestine CD dr congo CG congo KG kyrgyzstan SK slovakia,slovak republic,slovak CY cyprus BH bahrain LB lebanon MT malta LT lithuania',
);
/** What people write where they know no country; areas of several countries name none of them either. */
const NONE = new Set(
  [
    'unspecified',
    'unknown',
    'none',
    'null',
    'other',
    'others',
    'etc',
    '-',
    '--',
    '미상',
    '알 수 없음',
    '없음',
    '기타',
    '未知',
    '其他',
    '无',
    'channel islands',
    'european community',
    'west indies',
  ].map((name) => plainHeader(name)),
);

let countries: Map<string, string> | null = null;
let languages: Map<string, string> | null = null;

/** ISO 3166-1 alpha-2 of a country, from a code or a name in one of the languages that sheets are written in. */
export function readCountry(cell: string): Read<string> {
  const text = cell.trim();
  if (text === '') return NOTHING;
  if (/^n\/a$/i.test(text)) return NOTHING; // while NA is Namibia
  countries ??= nameCountries();
  const name = plainHeader(text);
  const bare = plainHeader(text.replace(/\([^)]*\)|（[^）]*）/g, ''));
  const code = countries.get(name) ?? countries.get(bare);
  if (code) return { value: code };
  return NONE.has(name) ? NOTHING : { problem: 'UNKNOWN_COUNTRY' };
}

/** A language code in lower case, from a code (`zh-CN`) or a name. */
export function readLanguage(cell: string): Read<string> {
  const text = cell.trim();
  if (text === '') return NOTHING;
  languages ??= nameLanguages();
  const code = text.toLowerCase().replace('_', '-');
  if (/^[a-z]{2,3}(-[a-z]{2,4})?$/.test(code) && languages.has(code.split('-')[0]!)) return { value: code };
  const named =
    languages.get(plainHeader(text)) ?? languages.get(plainHeader(text.replace(/\([^)]*\)|（[^）]*）/g, '')));
  return named ? { value: named } : { problem: 'UNKNOWN_LANGUAGE' };
}

function nameCountries(): Map<string, string> {
  const names = new Map<string, string>();
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const locale of LOCALES) {
    const display = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    const short = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none', style: 'short' });
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      if (NO_COUNTRY.has(code) || !display.of(code) || new Intl.Locale('und', { region: code }).region !== code)
        continue; // DD and SU are no more
      for (const name of [code, display.of(code), short.of(code)])
        if (name && !names.has(plainHeader(name))) names.set(plainHeader(name), code);
    }
  }
  names.set('uk', 'GB'); // no code of its own, whatever the runtime says
  for (const [alias, code] of Object.entries(ALIASES)) names.set(alias, code);
  return names;
}

const LANGUAGE_CODES =
  'en ko zh ja es fr de it pt ru ar vi th id ms tr pl nl sv no nb da fi cs sk hu ro bg el he hi bn ur fa uk kk uz mn tl fil my km lo lt lv et sl hr sr sq mk ka hy az sw ca';

function nameLanguages(): Map<string, string> {
  const names = new Map<string, string>();
  for (const code of LANGUAGE_CODES.split(' ')) {
    names.set(code, code);
    for (const locale of [...LOCALES, code]) {
      const name = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(code);
      if (name && !names.has(plainHeader(name))) names.set(plainHeader(name), code);
    }
  }
  for (const [alias, code] of Object.entries({
    mandarin: 'zh',
    cantonese: 'zh',
    한글: 'ko',
    국문: 'ko',
    영문: 'en',
    중문: 'zh',
    汉语: 'zh',
    漢語: 'zh',
    英文: 'en',
    韩文: 'ko',
    韓文: 'ko',
    eng: 'en',
    kor: 'ko',
    chn: 'zh',
    jpn: 'ja',
    chinesesimplified: 'zh',
    chinesetraditional: 'zh',
    simplifiedchinese: 'zh',
    traditionalchinese: 'zh',
  }))
    names.set(alias, code);
  return names;
}

function aliases(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  let code = '';
  for (const word of text.split(/(?:^| )(?=[A-Z]{2} )/)) {
    code = word.slice(0, 2);
    for (const name of word.slice(3).split(',')) found[plainHeader(name)] = code;
  }
  return found;
}
