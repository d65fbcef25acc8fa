import { compileZone, DAY_MS } from '../../time/index.ts';
import { NOTHING, type Read } from './read.ts';
import { withoutGuard } from './read-text.ts';

/** In which order a date of numbers is written. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** What a cell says on the wall clock, or as an instant where it names its offset. */
interface WallDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Milliseconds after midnight. */
  readonly timeMs: number;
  /** Minutes ahead of UTC; null when the cell names none. */
  readonly offsetMinutes: number | null;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const YEAR_FIRST = /^(\d{4})\s*[-./年년]\s*(\d{1,2})\s*[-./月월]\s*(\d{1,2})\s*[.日일]?[,T]?\s*(.*)$/s;
const NUMBERS = /^(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{4}|\d{1,2})\.?[,T]?(?:\s+(.*))?$/s;
const DAY_MONTH =
  /^(?:[a-z]{3,9}\.?,\s*)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})[,T]?(?:\s+(.*))?$/is;
const MONTH_DAY =
  /^(?:[a-z]{3,9}\.?,\s*)?([a-z]{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})[,T]?(?:\s+(.*))?$/is;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?$/;
const SERIAL = /^(\d{5})(?:\.(\d+))?$/;
const TIME =
  /^(?:(am|pm|a\.m\.|p\.m\.|오전|오후|上午|下午)\s*)?(\d{1,2})\s*(?:[:시时時点點]\s*)(?:(\d{1,2})\s*(?:[:분分]\s*)?(?:(\d{1,2})(?:[.,](\d{1,9}))?\s*[초秒]?)?)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(.*)$/is;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Abbreviations of zones that mean one offset each. CST and IST do not. */
const OFFSETS: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  KST: 540,
  JST: 540,
  PST: -480,
  PDT: -420,
  EST: -300,
  EDT: -240,
  CET: 60,
  CEST: 120,
};

/** Days from 1899-12-30, the spreadsheet's day 0, to 1970-01-01. */
const SERIAL_EPOCH = 25_569;

/** Reads moments of a file: where a cell names no offset, it is the wall clock of one zone. */
export interface MomentReader {
  instant(cell: string): Read<Date>;
  date(cell: string): Read<string>;
}

/** Readers for one file, whose local times are of `timeZone` and whose dates of numbers are in one order. */
export function momentReader(timeZone: string, order: DateOrder): MomentReader {
  const zone = compileZone(timeZone);
  const instantOf = (wallMs: number): number => {
    const [first] = zone.instantsOf({ startMs: wallMs, endMs: wallMs + 1 });
    // A time that the clock skipped is an hour later, as clocks show it.
    return (
      first?.startMs ??
      zone.instantsOf({ startMs: wallMs + 3_600_000, endMs: wallMs + 3_600_001 })[0]?.startMs ??
      wallMs
    );
  };
  return {
    instant(cell) {
      const read = readWall(cell, order);
      if ('problem' in read || read.value === null) return read as Read<Date>;
      const { year, month, day, timeMs, offsetMinutes } = read.value;
      const wallMs = Date.UTC(year, month - 1, day) + timeMs;
      return { value: new Date(offsetMinutes === null ? instantOf(wallMs) : wallMs - offsetMinutes * 60_000) };
    },
    date(cell) {
      const read = readWall(cell, order);
      if ('problem' in read || read.value === null) return read as Read<string>;
      const { year, month, day } = read.value;
      return { value: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` };
    },
  };
}

function readWall(cell: string, order: DateOrder): Read<WallDate> {
  const text = withoutGuard(cell).trim();
  if (text === '') return NOTHING;
  const iso = ISO.exec(text);
  if (iso) {
    const timeMs = clockMs(iso[4], iso[5], iso[6], iso[7]);
    return wall(iso[1]!, iso[2]!, iso[3]!, timeMs, iso[8] === undefined ? null : offsetOf(iso[8]));
  }
  const compact = COMPACT.exec(text);
  if (compact) return wall(compact[1]!, compact[2]!, compact[3]!, clockMs(compact[4], compact[5], compact[6]), null);
  const serial = SERIAL.exec(text);
  if (serial) return fromSerial(Number(text));
  const first = YEAR_FIRST.exec(text);
  if (first) return withTime(first[1]!, first[2]!, first[3]!, first[4]);
  const numbers = NUMBERS.exec(text);
  if (numbers) return fromNumbers(numbers, order);
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth) return named(dayMonth[3]!, dayMonth[2]!, dayMonth[1]!, dayMonth[4]);
  const monthDay = MONTH_DAY.exec(text);
  if (monthDay) return named(monthDay[3]!, monthDay[1]!, monthDay[2]!, monthDay[4]);
  return { problem: 'NOT_A_DATE' };
}

function fromNumbers([, a, b, c, time]: RegExpExecArray, order: DateOrder): Read<WallDate> {
  if (order === 'ymd' && (c!.length === 4 || a!.length === 1)) {
    // The year stands last (one of a single digit there is none), so the file's order says nothing about this cell: it must be clear by itself.
    const year = fullYear(c!);
    if (Number(a) > 12) return withTime(year, b!, a!, time);
    if (Number(b) > 12) return withTime(year, a!, b!, time);
    return Number(a) === Number(b) ? withTime(year, a!, b!, time) : { problem: 'AMBIGUOUS_DATE' };
  }
  if (order === 'ymd') return withTime(fullYear(a!), b!, c!, time);
  return order === 'dmy' ? withTime(fullYear(c!), b!, a!, time) : withTime(fullYear(c!), a!, b!, time);
}

function named(year: string, month: string, day: string, time: string | undefined): Read<WallDate> {
  const index = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return index < 0 ? { problem: 'NOT_A_DATE' } : withTime(fullYear(year), String(index + 1), day, time);
}

function withTime(year: string, month: string, day: string, rest: string | undefined): Read<WallDate> {
  const text =
    rest
      ?.trim()
      .replace(/^\([^)]*\)\s*/, '')
      .replace(/^[월화수목금토일月火水木金土日]요?일?\s+/, '') ?? '';
  if (text === '') return wall(year, month, day, 0, null);
  const match = TIME.exec(text);
  if (!match) return { problem: 'NOT_A_DATE' };
  const [, before, hour, minute, second, fraction, after, zone] = match;
  const half = (before ?? after ?? '').toLowerCase().replaceAll('.', '');
  const hours = halfDay(Number(hour), half);
  const offset = zone === '' ? null : offsetOf(zone!.replace(/^\((.*)\)$/, '$1'));
  if (offset === undefined) return { problem: 'NOT_A_DATE' };
  return wall(year, month, day, hours === null ? NaN : clockMs(String(hours), minute, second, fraction), offset);
}

/** The hour of 24; null when there is no such hour. */
function halfDay(hour: number, half: string): number | null {
  const afternoon = half === 'pm' || half === '오후' || half === '下午';
  const morning = half === 'am' || half === '오전' || half === '上午';
  if (!afternoon && !morning) return hour;
  if (hour > 12) return afternoon && hour < 24 ? hour : null;
  return (hour % 12) + (afternoon ? 12 : 0);
}

function clockMs(hour = '0', minute = '0', second = '0', fraction = ''): number {
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)];
  if (hours > 24 || minutes > 59 || seconds > 59 || (hours === 24 && minutes + seconds > 0)) return NaN;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
}

/** Minutes ahead of UTC; undefined for a zone that is not known by its letters. */
function offsetOf(zone: string): number | undefined {
  const match = /^(?:UTC|GMT)?\s*([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone.trim());
  if (!match) return OFFSETS[zone.trim().toUpperCase()];
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return minutes > 14 * 60 ? undefined : match[1] === '-' ? -minutes : minutes;
}

/** A year of two digits is one from 1970 to 2069; one digit is no year. */
function fullYear(year: string): string {
  if (year.length === 1) return '0';
  return year.length === 4 ? year : String(Number(year) + (Number(year) < 70 ? 2000 : 1900));
}

function wall(
  year: string,
  month: string,
  day: string,
  timeMs: number,
  offset: number | null | undefined,
): Read<WallDate> {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const possible = y >= 1900 && y < 2200 && m >= 1 && m <= 12 && d >= 1 && d <= daysOf(y, m);
  if (!possible || Number.isNaN(timeMs) || offset === undefined) return { problem: 'IMPOSSIBLE_DATE' };
  return { value: { year: y, month: m, day: d, timeMs, offsetMinutes: offset } };
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A spreadsheet's day number that lost its format; from 1954 to 2119, so that other numbers are not taken for days. */
function fromSerial(serial: number): Read<WallDate> {
  if (serial < 20_000 || serial > 80_000) return { problem: 'NOT_A_DATE' };
  const ms = Math.round((serial - SERIAL_EPOCH) * 86_400) * 1000;
  const date = new Date(ms);
  const timeMs = ((ms % DAY_MS) + DAY_MS) % DAY_MS;
  return {
    value: {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      timeMs,
      offsetMinutes: null,
    },
  };
}
