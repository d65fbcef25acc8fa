import { formatDuration, formatHours, formatMoney } from './format.ts';

export interface Formats {
  /** "Jan 12, 18:00" / "1월 12일 18:00" in the workspace's zone; with the year when it is not this one. */
  dateTime: (instant: string | Date) => string;
  /** "18:00" in the workspace's zone. */
  time: (instant: string | Date) => string;
  /** "Jan 12, 2026" / "2026년 1월 12일" in the workspace's zone. */
  day: (instant: string | Date) => string;
  /** Time when it is today in the workspace's zone, else the date: for list rows. */
  short: (instant: string | Date, now: Date) => string;
  /** A time in any zone, with the weekday: a buyer's local time. */
  localTime: (now: Date, timeZone: string) => string;
  /** A calendar date without a zone (YYYY-MM-DD). */
  date: (date: string) => string;
  /** The same with its weekday. */
  weekdayDate: (date: string) => string;
  duration: (minutes: number) => string;
  /** A duration to the minute, however long. */
  hours: (minutes: number) => string;
  money: (money: { minor: string; currency: string }) => string;
  number: (value: number) => string;
  /** Name of a country by its two letters; the letters themselves when unknown. */
  country: (code: string) => string;
  /** Name of a currency by its code; the code itself when unknown. */
  currency: (code: string) => string;
  /** Name of a language by its tag. */
  language: (tag: string) => string;
}

/** `useFormats` for any locale and zone (also outside a workspace). */
export function createFormats(locale: string, timeZone: string): Formats {
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const time = new Intl.DateTimeFormat(locale, { timeZone, ...clock });
  const dateTime = new Intl.DateTimeFormat(locale, { timeZone, month: 'short', day: 'numeric', ...clock });
  const withYear = new Intl.DateTimeFormat(locale, {
    timeZone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    ...clock,
  });
  const day = new Intl.DateTimeFormat(locale, { timeZone, year: 'numeric', month: 'short', day: 'numeric' });
  const monthDay = new Intl.DateTimeFormat(locale, { timeZone, month: 'short', day: 'numeric' });
  const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  const plainDate = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
  });
  const weekdayDate = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
  });
  const number = new Intl.NumberFormat(locale);
  const regions = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const currencies = new Intl.DisplayNames(locale, { type: 'currency', fallback: 'code' });
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const year = (instant: Date) => isoDay.format(instant).slice(0, 4);
  return {
    dateTime: (instant) => {
      const at = new Date(instant);
      return (year(at) === year(new Date()) ? dateTime : withYear).format(at);
    },
    time: (instant) => time.format(new Date(instant)),
    day: (instant) => day.format(new Date(instant)),
    short: (instant, now) => {
      const at = new Date(instant);
      if (isoDay.format(at) === isoDay.format(now)) return time.format(at);
      return (year(at) === year(now) ? monthDay : day).format(at);
    },
    localTime: (now, zone) =>
      new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'short', ...clock }).format(now),
    date: (date) => plainDate.format(new Date(`${date}T00:00:00Z`)),
    weekdayDate: (date) => weekdayDate.format(new Date(`${date}T00:00:00Z`)),
    duration: (minutes) => formatDuration(minutes, locale),
    hours: (minutes) => formatHours(minutes, locale),
    money: (money) => formatMoney(money, locale),
    number: (value) => number.format(value),
    country: (code) => (/^[A-Za-z]{2}$/.test(code) ? (regions.of(code.toUpperCase()) ?? code) : code),
    currency: (code) => (/^[A-Z]{3}$/.test(code) ? (currencies.of(code) ?? code) : code),
    language: (tag) => (/^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/.test(tag) ? (languages.of(tag) ?? tag) : tag),
  };
}
