import { parseLocalDate } from '@dangol/crm';
import type Holidays from 'date-holidays';

/** A day of the calendar and what it is called. */
export interface NamedDay {
  readonly date: string;
  readonly name: string;
}

type Words = Readonly<Record<'ko' | 'en', string>>;

/** Lunar years are known within these. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;
const DAY_MS = 86_400_000;
const LABOUR_DAY: Words = { ko: '노동절', en: 'Labour Day' };
const ELECTION: Words = { ko: '선거일', en: 'Election day' };
/** Election days are public holidays of Korea that no rule of a calendar gives: their dates are set by term of office. */
const KOREAN_ELECTIONS = ['2026-06-03', '2028-04-12'];

/**
 * Public holidays of a country in a year, lunar ones and substitute days included, one entry per day. For Korea with the days
 * on which offices are closed besides: Labour Day and elections. An unknown country has none.
 */
export async function publicHolidays(country: string, year: number, language: 'ko' | 'en'): Promise<NamedDay[]> {
  if (year < FIRST_YEAR || year > LAST_YEAR || !(await holidayCountries()).includes(country)) return [];
  const calendar = await calendarOf(country, language);
  const found = calendar.getHolidays(year).filter(({ type }) => type === 'public');
  const days = found.flatMap(({ date, start, end, name, rule }) => {
    const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS));
    const first = parseLocalDate(date.slice(0, 10))! - (startsADayLate(country, rule) ? 1 : 0);
    return Array.from({ length }, (_, n) => ({ date: dayText(first + n), name: inTodaysWords(name) }));
  });
  if (country === 'KR') days.push(...koreanOfficeDays(year, language));
  const byDate = new Map<string, NamedDay>();
  for (const day of days.toSorted((a, b) => a.date.localeCompare(b.date)))
    if (!byDate.has(day.date)) byDate.set(day.date, day);
  return [...byDate.values()];
}

/** Countries with known holidays, ISO 3166-1 codes. */
export async function holidayCountries(): Promise<string[]> {
  const { default: Calendar } = await import('date-holidays');
  return Object.keys(new Calendar().getCountries()).toSorted();
}

/** Loaded when first asked for: the rules of the whole world take some megabytes. */
async function calendarOf(country: string, language: 'ko' | 'en'): Promise<Holidays> {
  const { default: Calendar } = await import('date-holidays');
  return new Calendar(country, { languages: [language, 'en'], types: ['public'] });
}

/** Seollal is the eve, the day and the day after; date-holidays counts its three days from the day itself. */
function startsADayLate(country: string, rule: string): boolean {
  return country === 'KR' && rule === 'korean 01-0-01 P3D';
}

/** Two Korean names as calendars print them today. */
function inTodaysWords(name: string): string {
  return name.replace('석가탄신일', '부처님 오신 날').replace('기독탄신일', '성탄절');
}

function koreanOfficeDays(year: number, language: 'ko' | 'en'): NamedDay[] {
  const elections = KOREAN_ELECTIONS.filter((date) => date.startsWith(`${year}-`));
  return [
    { date: `${year}-05-01`, name: LABOUR_DAY[language] },
    ...elections.map((date) => ({ date, name: ELECTION[language] })),
  ];
}

const dayText = (epochDay: number): string => new Date(epochDay * DAY_MS).toISOString().slice(0, 10);
