import { readFileSync } from 'node:fs';
import { holidayCountries, publicHolidays } from './public-holidays.ts';

const SEED = new URL('../../../../../libs/db/src/seed/data/korean-holidays.json', import.meta.url);

const datesOf = async (country: string, year: number) =>
  (await publicHolidays(country, year, 'en')).map((day) => day.date);

describe('public holidays of Korea', () => {
  it('have Seollal from its eve, Chuseok likewise, and the substitute days of 2026', async () => {
    const names = new Map((await publicHolidays('KR', 2026, 'ko')).map(({ date, name }) => [date, name]));
    for (const date of ['2026-02-16', '2026-02-17', '2026-02-18']) expect(names.get(date)).toBe('설날');
    for (const date of ['2026-09-24', '2026-09-25', '2026-09-26']) expect(names.get(date)).toBe('추석');
    expect(names.has('2026-02-19')).toBe(false);
    expect(names.get('2026-08-17')).toContain('광복절');
    expect(names.get('2026-05-25')).toBe('부처님 오신 날 (대체공휴일)');
    expect(names.get('2026-06-03')).toBe('선거일');
  });

  it.each([2026, 2027, 2028])(
    'are in %i the closed days that were looked up by hand, and Constitution Day',
    async (year) => {
      const known = (JSON.parse(readFileSync(SEED, 'utf8')) as Record<string, string[]>)[String(year)]!;
      const found = await datesOf('KR', year);
      const constitutionDay = found.filter((date) => /-07-(17|18|19)$/.test(date)); // a public holiday again since 2026
      expect(constitutionDay[0]).toBe(`${year}-07-17`);
      expect(found.filter((date) => !constitutionDay.includes(date))).toEqual(known.map((day) => `${year}-${day}`));
    },
  );

  it('name a day once, in the language asked for', async () => {
    const days = await publicHolidays('KR', 2025, 'en'); // Children's Day and Buddha's birthday fell together
    expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
    expect(days.find(({ date }) => date === '2025-10-09')?.name).toBe('Hangul Day');
  });
});

describe('public holidays elsewhere', () => {
  it('are known by country: the United States in 2026', async () => {
    expect(await datesOf('US', 2026)).toEqual(
      expect.arrayContaining(['2026-01-01', '2026-07-04', '2026-11-26', '2026-12-25']),
    );
    expect(await datesOf('US', 2026)).not.toContain('2026-02-14'); // kept, but no public holiday
  });

  it('are none where nothing is known', async () => {
    expect(await datesOf('ZZ', 2026)).toEqual([]);
    expect(await datesOf('KR', 20)).toEqual([]);
    expect(await holidayCountries()).toEqual(expect.arrayContaining(['KR', 'US', 'JP', 'CN', 'DE']));
  });
});
