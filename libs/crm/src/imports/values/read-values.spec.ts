import fc from 'fast-check';
import { currencyExponent } from '../../money/index.ts';
import { DateOrderEvidence, DecimalEvidence } from './column-habits.ts';
import { readAmount, readCurrency } from './read-amount.ts';
import { readBoolean, readLevel } from './read-choice.ts';
import { momentReader, type DateOrder } from './read-date.ts';
import { readDays, readGrams, readHeadcount, readInteger } from './read-number.ts';
import { readCountry, readLanguage } from './read-place.ts';
import { expandScientific, readId, readLine, readList, readText } from './read-text.ts';

const said = (read: { value: unknown } | { problem: string }) => ('value' in read ? read.value : read.problem);

describe('dates', () => {
  const instant = (cell: string, order: DateOrder = 'ymd', zone = 'Asia/Seoul') => {
    const read = said(momentReader(zone, order).instant(cell));
    return read instanceof Date ? read.toISOString() : read;
  };

  it.each([
    ['2026-03-02T14:05:00Z', '2026-03-02T14:05:00.000Z'],
    ['2026-03-02T14:05:00.250+02:00', '2026-03-02T12:05:00.250Z'],
    ['2026-03-02T14:05:00', '2026-03-02T05:05:00.000Z'],
    ['2026-03-02 14:05', '2026-03-02T05:05:00.000Z'],
    ['2026-03-02', '2026-03-01T15:00:00.000Z'],
    ['2026.3.2', '2026-03-01T15:00:00.000Z'],
    ['2026. 3. 2.', '2026-03-01T15:00:00.000Z'],
    ['2026/3/2 9:05', '2026-03-02T00:05:00.000Z'],
    ['2026년 3월 2일 오후 2:05', '2026-03-02T05:05:00.000Z'],
    ['2026년 3월 2일(월) 오전 12시 5분', '2026-03-01T15:05:00.000Z'],
    ['2026. 3. 2. 오후 2:05:30', '2026-03-02T05:05:30.000Z'],
    ['2026年3月2日 下午2:05', '2026-03-02T05:05:00.000Z'],
    ['2026年3月2日 14时05分', '2026-03-02T05:05:00.000Z'],
    ['2-Mar-26', '2026-03-01T15:00:00.000Z'],
    ['2 March 2026 2:05 PM', '2026-03-02T05:05:00.000Z'],
    ['Mar 2, 2026 12:00 AM', '2026-03-01T15:00:00.000Z'],
    ['Mon, 2 Mar 2026 05:05:00 GMT', '2026-03-02T05:05:00.000Z'],
    ['2026-03-02 14:05 KST', '2026-03-02T05:05:00.000Z'],
    ['2026-03-02 14:05 +0000', '2026-03-02T14:05:00.000Z'],
    ['20260302', '2026-03-01T15:00:00.000Z'],
    ['20260302140500', '2026-03-02T05:05:00.000Z'],
    ['46083', '2026-03-01T15:00:00.000Z'],
    ['46083.5868055556', '2026-03-02T05:05:00.000Z'],
    ['26.3.2', '2026-03-01T15:00:00.000Z'],
    ["'2026-03-02", 'NOT_A_DATE'],
    ['', null],
    ['  ', null],
    ['soon', 'NOT_A_DATE'],
    ['1234', 'NOT_A_DATE'],
    ['2026-02-30', 'IMPOSSIBLE_DATE'],
    ['2026-13-01', 'IMPOSSIBLE_DATE'],
    ['2026-03-02 25:00', 'IMPOSSIBLE_DATE'],
    ['2026-03-02 14:61', 'IMPOSSIBLE_DATE'],
    ['0026-03-02', 'IMPOSSIBLE_DATE'],
    ['2026-03-02 14:05 CST', 'NOT_A_DATE'],
    ['02/03/2026', 'AMBIGUOUS_DATE'],
    ['23/03/2026', '2026-03-22T15:00:00.000Z'],
    ['03/23/2026', '2026-03-22T15:00:00.000Z'],
    ['02/02/2026', '2026-02-01T15:00:00.000Z'],
  ])('%s is %s', (cell, expected) => {
    expect(instant(cell)).toBe(expected);
  });

  it.each([
    ['02/03/2026', 'dmy', '2026-03-02'],
    ['02/03/2026', 'mdy', '2026-02-03'],
    ['2/3/26', 'dmy', '2026-03-02'],
    ['2/3/26', 'mdy', '2026-02-03'],
    ['2/3/26', 'ymd', 'AMBIGUOUS_DATE'],
    ['02/3/26', 'ymd', '2002-03-26'],
    ['2.3.1999', 'dmy', '1999-03-02'],
    ['2/3/98', 'dmy', '1998-03-02'],
    ['2/13/26', 'dmy', 'IMPOSSIBLE_DATE'],
    ['29/2/2024', 'dmy', '2024-02-29'],
    ['29/2/2023', 'dmy', 'IMPOSSIBLE_DATE'],
  ] as const)('%s as %s is %s', (cell, order, expected) => {
    expect(said(momentReader('UTC', order).date(cell))).toBe(expected);
  });

  it('local times follow the clock changes; an hour that was skipped is the one after it', () => {
    const newYork = (cell: string) => instant(cell, 'ymd', 'America/New_York');
    expect(newYork('2026-03-08 01:59')).toBe('2026-03-08T06:59:00.000Z');
    expect(newYork('2026-03-08 02:30')).toBe('2026-03-08T07:30:00.000Z');
    expect(newYork('2026-11-01 01:30')).toBe('2026-11-01T05:30:00.000Z');
  });

  it('every day is read back in every order that it was written in', () => {
    const day = fc.date({ min: new Date('1970-01-01'), max: new Date('2069-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom('-', '/', '.'), fc.boolean(), (date, mark, short) => {
        const [year, month, dayOf] = date.toISOString().slice(0, 10).split('-') as [string, string, string];
        const shown = short ? year.slice(2) : year;
        const write = { ymd: [shown, month, dayOf], dmy: [dayOf, month, shown], mdy: [month, dayOf, shown] };
        for (const order of ['ymd', 'dmy', 'mdy'] as const)
          expect(said(momentReader('UTC', order).date(write[order].join(mark)))).toBe(`${year}-${month}-${dayOf}`);
      }),
    );
  });

  it.each([
    [['2/3/26', '2/13/26'], 'mdy'],
    [['2/3/26', '13/2/26'], 'dmy'],
    [['02/03/2026', '03/02/2026'], 'ambiguous'],
    [['13/2/2026', '2/13/2026'], 'ambiguous'],
    [['2.3.2026'], 'dmy'],
    [['26.3.2', '26.12.31'], 'ymd'],
    [['2026-03-02', '2026.3.2'], 'ymd'],
    [['2026-03-02', '13/2/2026'], 'dmy'],
    [['hello', '', '12'], null],
  ])('the order of %j is %s', (cells, order) => {
    const evidence = new DateOrderEvidence();
    for (const cell of cells) evidence.observe(cell);
    expect(evidence.decide()).toBe(order);
  });
});

describe('amounts', () => {
  const amount = (
    cell: string,
    { currency = null as string | null, fallback = 'USD' as string | null, comma = false } = {},
  ) => {
    const read = said(readAmount(cell, currency, fallback, comma));
    return typeof read === 'object' && read
      ? `${(read as { minor: bigint }).minor} ${(read as { currency: string }).currency}`
      : read;
  };

  it.each([
    ['1,234.56', '123456 USD'],
    ['1.234,56', '123456 USD'],
    ["1'234.56", '123456 USD'],
    ['1 234,56', '123456 USD'],
    ['1,23,456.7', '12345670 USD'],
    ['1234.5', '123450 USD'],
    ['1,234', '123400 USD'],
    ['0.5', '50 USD'],
    ['.5', '50 USD'],
    ['12.', '1200 USD'],
    ['12.500', '1250 USD'],
    ['₩1,000', '1000 KRW'],
    ['1,000원', '1000 KRW'],
    ['US$ 12.5', '1250 USD'],
    ['12.5 USD', '1250 USD'],
    ['EUR 12,345.00', '1234500 EUR'],
    ['€-12.50', '-1250 EUR'],
    ['-€12.50', '-1250 EUR'],
    ['(12.50)', '-1250 USD'],
    ['($12.50)', '-1250 USD'],
    ['12.50-', '-1250 USD'],
    ['−12.5', '-1250 USD'],
    ['1.5E+01', '1500 USD'],
    ['1.23E+07', 'SCIENTIFIC_NUMBER'],
    ['0.125', 'DECIMALS_BEYOND_CURRENCY'],
    ['₩1,000.5', 'DECIMALS_BEYOND_CURRENCY'],
    ['12,5', 'NOT_AN_AMOUNT'],
    ['1,2345', 'NOT_AN_AMOUNT'],
    ['1.234.56', 'NOT_AN_AMOUNT'],
    ['12,34.56', 'NOT_AN_AMOUNT'],
    ['free', 'NOT_AN_AMOUNT'],
    ['12 apples', 'NOT_AN_AMOUNT'],
    ['(-12)', 'NOT_AN_AMOUNT'],
    ['=1+1', 'NOT_AN_AMOUNT'],
    ['1234567890123456', 'NUMBER_OUT_OF_RANGE'],
    ['', null],
  ])('%s is %s', (cell, expected) => {
    expect(amount(cell)).toBe(expected);
  });

  it('the comma parts decimals where the file says so', () => {
    expect(amount('12,5', { comma: true })).toBe('1250 USD');
    expect(amount('1.234', { comma: true })).toBe('123400 USD');
    expect(amount('0.5', { comma: true })).toBe('50 USD');
    expect(amount('1,234.5', { comma: true })).toBe('123450 USD');
  });

  it("the currency is the column's, else the sign's, else the file's; two that differ are a problem", () => {
    expect(amount('$5', { currency: 'AUD' })).toBe('500 AUD');
    expect(amount('€5', { currency: 'USD' })).toBe('CURRENCY_CONFLICT');
    expect(amount('¥5', { fallback: 'CNY' })).toBe('500 CNY');
    expect(amount('¥5', { fallback: 'JPY' })).toBe('5 JPY');
    expect(amount('¥5')).toBe('CURRENCY_MISSING');
    expect(amount('5', { fallback: null })).toBe('CURRENCY_MISSING');
    expect(amount('$5', { fallback: null })).toBe('500 USD');
  });

  it('any amount is read as it was written, in either habit and any currency', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 14n), 10n ** 14n),
        fc.constantFrom('USD', 'KRW', 'KWD'),
        fc.boolean(),
        (minor, currency, comma) => {
          const places = currencyExponent(currency);
          const figures = (minor < 0n ? -minor : minor).toString().padStart(places + 1, '0');
          const whole = figures.slice(0, figures.length - places).replace(/\B(?=(\d{3})+$)/g, comma ? '.' : ',');
          const fraction = places === 0 ? '' : `${comma ? ',' : '.'}${figures.slice(figures.length - places)}`;
          const written = `${minor < 0n ? '-' : ''}${whole}${fraction}`;
          expect(readAmount(written, currency, null, comma)).toEqual({ value: { minor, currency } });
        },
      ),
    );
  });

  it.each([
    [['1,5', '2,25'], 'comma'],
    [['1.234,56'], 'comma'],
    [['1,234.56', '5.5'], 'point'],
    [['1,234'], 'ambiguous'],
    [['1.5', '1,5'], 'ambiguous'],
    [['12', 'x'], null],
  ])('the decimal sign of %j is %s', (cells, sign) => {
    const evidence = new DecimalEvidence();
    for (const cell of cells) evidence.observe(cell);
    expect(evidence.decide()).toBe(sign);
  });
});

describe('other cells', () => {
  it.each([
    ['대한민국', 'KR'],
    ['한국', 'KR'],
    ['Korea', 'KR'],
    ['South Korea', 'KR'],
    ['韩国', 'KR'],
    ['USA', 'US'],
    ['미국', 'US'],
    ['美國', 'US'],
    ['United Kingdom', 'GB'],
    ['uk', 'GB'],
    ['EIRE', 'IE'],
    ['Viet Nam', 'VN'],
    ['Czech Republic', 'CZ'],
    ['RSA', 'ZA'],
    ['South Africa', 'ZA'],
    ['NA', 'NA'],
    ['N/A', null],
    ['Unspecified', null],
    ['Channel Islands', null],
    ['EU', 'UNKNOWN_COUNTRY'],
    ['Atlantis', 'UNKNOWN_COUNTRY'],
    ['', null],
    ['Hong Kong SAR', 'HK'],
    ['Deutschland', 'DE'],
    ['DD', 'UNKNOWN_COUNTRY'],
    ['Taiwan', 'TW'],
    ['UAE', 'AE'],
  ])('country %s is %s', (cell, code) => {
    expect(said(readCountry(cell))).toBe(code);
  });

  it.each([
    ['English', 'en'],
    ['영어', 'en'],
    ['中文', 'zh'],
    ['zh-CN', 'zh-cn'],
    ['Español', 'es'],
    ['스페인어', 'es'],
    ['Chinese (Simplified)', 'zh'],
    ['Klingonese', 'UNKNOWN_LANGUAGE'],
  ])('language %s is %s', (cell, code) => {
    expect(said(readLanguage(cell))).toBe(code);
  });

  it.each([
    ['1,000', 1000],
    ['500 pcs', 500],
    ['1,000개', 1000],
    ['12.0', 12],
    ['12.5', 'NOT_A_WHOLE_NUMBER'],
    ['-3', 'BELOW_ZERO'],
    ['9999999999', 'NUMBER_OUT_OF_RANGE'],
    ['1.2E+05', 'SCIENTIFIC_NUMBER'],
    ['many', 'NOT_A_WHOLE_NUMBER'],
  ])('whole number %s is %s', (cell, value) => {
    expect(said(readInteger(cell, false, false))).toBe(value);
  });

  it('units of headcounts, days and weights', () => {
    expect(
      ['51-200 People', '1,001~5,000', 'Above 1000 People', '200+', '12'].map((cell) =>
        said(readHeadcount(cell, false)),
      ),
    ).toEqual([51, 1001, 1000, 200, 12]);
    expect(['7', '7-10 days', '2 weeks', '15일'].map((cell) => said(readDays(cell, false)))).toEqual([7, 10, 14, 15]);
    expect(said(readGrams('1.25', false, 'Weight (kg)'))).toBe(1250);
    expect(said(readGrams('1.25 kg', false, 'Weight'))).toBe(1250);
    expect(said(readGrams('250', false, '무게(g)'))).toBe(250);
    expect(said(readGrams('1.25', false, 'Weight'))).toBe('NOT_A_WHOLE_NUMBER');
  });

  it('numbers that a spreadsheet has shortened are never taken for what they were', () => {
    expect(expandScientific('8.21012E+11')).toBeNull();
    expect(expandScientific('8.21012345678E+11')).toBe('821012345678');
    expect(expandScientific('1E10')).toBe('1E10');
    expect(said(readId('1.23457E+18', 50))).toBe('SCIENTIFIC_NUMBER');
    expect(said(readId('="00123"', 50))).toBe('00123');
  });

  it('text as a person sees it: no controls, formulas are text, the guard of a safe export goes', () => {
    expect(said(readLine('=SUM(A1)', 50))).toBe('=SUM(A1)');
    expect(said(readLine("'=SUM(A1)", 50))).toBe('=SUM(A1)');
    expect(said(readLine("'t Hart", 50))).toBe("'t Hart");
    expect(said(readLine(' 김\u0000철\u202E수 😀 ', 50))).toBe('김철수 😀');
    expect(said(readLine('ab', 1))).toBe('TOO_LONG');
    expect(said(readText('a\r\nb\u0007', 50))).toBe('a\nb');
    expect(said(readText('\u200b ', 50))).toBeNull();
  });

  it('lists, choices and signs', () => {
    expect(said(readList('VIP, 뷰티,VIP', 40, true))).toEqual(['VIP', '뷰티']);
    expect(said(readList('What, when?; How?', 400, false))).toEqual(['What, when?', 'How?']);
    expect(said(readList('["a;b","c"]', 400, false))).toEqual(['a;b', 'c']);
    expect(['Y', '예', '✓', 'No', '否', 'maybe', ''].map((cell) => said(readBoolean(cell)))).toEqual([
      true,
      true,
      true,
      false,
      false,
      'NOT_A_YES_OR_NO',
      null,
    ]);
    expect(['L3', 'Level 2', '4', 'L5', ''].map((cell) => said(readLevel(cell)))).toEqual([
      'L3',
      'L2',
      'L4',
      'UNKNOWN_LEVEL',
      null,
    ]);
    expect(['usd', '₩', '¥', 'XYZ', '$'].map((cell) => said(readCurrency(cell)))).toEqual([
      'USD',
      'KRW',
      'UNKNOWN_CURRENCY',
      'UNKNOWN_CURRENCY',
      'USD',
    ]);
  });
});
