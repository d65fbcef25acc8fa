import { addHolidays, type HoursDraft, missingHolidays, nextInterval, placeOf, withBreak } from './hours-draft.ts';

const day = (...spans: [string, string][]) => spans.map(([from, to]) => ({ from, to }));
const draft: HoursDraft = {
  weekly: { MON: day(['09:00', '18:00']), TUE: day(['09:00', '12:00']), WED: [], THU: [], FRI: [], SAT: [], SUN: [] },
  holidays: [{ date: '2026-01-01', name: '신정' }],
  specialDays: [
    { date: '2026-12-24', kind: 'BREAK', intervals: day(['15:00', '16:00']) },
    { date: '2026-12-24', kind: 'HOURS', intervals: day(['09:00', '12:00']) },
  ],
};

describe('withBreak', () => {
  it('cuts the days that are open over it, and only those', () => {
    const cut = withBreak(draft.weekly, { from: '12:00', to: '13:00' });
    expect(cut.MON).toEqual(day(['09:00', '12:00'], ['13:00', '18:00']));
    expect(cut.TUE).toEqual(draft.weekly.TUE);
    expect(withBreak(cut, { from: '12:00', to: '13:00' })).toEqual(cut); // twice changes nothing
  });
});

describe('holidays', () => {
  const suggested = [
    { date: '2026-02-17', name: '설날' },
    { date: '2026-01-01', name: "New Year's Day" },
  ];
  it('misses only what is not there', () =>
    expect(missingHolidays(suggested, draft.holidays)).toEqual([{ date: '2026-02-17', name: '설날' }]));
  it('are added by date, and a name that is there stays', () =>
    expect(addHolidays(draft.holidays, suggested)).toEqual([
      { date: '2026-01-01', name: '신정' },
      { date: '2026-02-17', name: '설날' },
    ]));
});

describe('nextInterval', () => {
  it.each([
    [[], { from: '09:00', to: '18:00' }],
    [day(['09:00', '12:00']), { from: '13:00', to: '18:00' }],
    [day(['09:00', '18:00']), { from: '19:00', to: '24:00' }],
    [day(['22:00', '06:00']), { from: '22:00', to: '24:00' }],
  ])('after %j', (intervals, expected) => expect(nextInterval(intervals)).toEqual(expected));
});

describe('placeOf', () => {
  it.each([
    ['weekly.mon[1]', 'weekly.MON.1'],
    ['holidays[0]', 'holidays.0'],
    ['specialHours.2026-12-24[0]', 'special.1.0'],
    ['breaks.2026-12-24[0]', 'special.0.0'],
    ['weekly', null],
    ['timeZone', null],
  ])('%s stands at %s', (path, place) => expect(placeOf({ code: '', path, value: '' }, draft)).toBe(place));
});
