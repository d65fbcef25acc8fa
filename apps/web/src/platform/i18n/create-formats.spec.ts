import { createFormats } from './create-formats.ts';

const seoul = createFormats('en', 'Asia/Seoul');

describe('createFormats', () => {
  it('writes times in the workspace’s zone', () => {
    expect(seoul.time('2026-01-12T09:00:00Z')).toBe('18:00');
    expect(seoul.day('2026-01-12T23:30:00Z')).toBe('Jan 13, 2026');
    expect(createFormats('ko', 'Asia/Seoul').day('2026-01-12T23:30:00Z')).toBe('2026년 1월 13일');
  });

  it('shortens by what is today in that zone, not in UTC', () => {
    const now = new Date('2026-01-12T23:30:00Z');
    expect(seoul.short('2026-01-12T16:00:00Z', now)).toBe('01:00');
    expect(seoul.short('2026-01-12T14:00:00Z', now)).toBe('Jan 12');
    expect(seoul.short('2025-12-31T14:00:00Z', now)).toBe('Dec 31, 2025');
  });

  it('keeps a date without a zone as it is', () =>
    expect(createFormats('en', 'America/Los_Angeles').date('2026-12-31')).toBe('Dec 31, 2026'));
  it('writes a buyer’s local time with its weekday', () =>
    expect(seoul.localTime(new Date('2026-01-13T02:52:00Z'), 'Europe/Budapest')).toBe('Tue 03:52'));
  it('names countries and languages, and shows what it does not know', () => {
    expect(createFormats('ko', 'Asia/Seoul').country('HU')).toBe('헝가리');
    expect(seoul.country('??')).toBe('??');
    expect(seoul.language('pt')).toBe('Portuguese');
    expect(seoul.language('not a tag')).toBe('not a tag');
  });
});
