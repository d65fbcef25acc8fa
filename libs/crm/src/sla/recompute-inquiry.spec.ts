import { parseInstant } from '../time/index.ts';
import { compileCalendar } from './compile-calendar.ts';
import { remeasureInquiry, type MeasuredInquiry } from './recompute-inquiry.ts';

const calendar = (holidays: string[] = []) =>
  compileCalendar({
    version: 2,
    timeZone: 'Asia/Seoul',
    weekly: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] },
    holidays,
    specialHours: {},
    breaks: {},
  });
const at = (local: string) => parseInstant(`2026-03-${local}:00+09:00`);
/** Monday 17:00, answered Tuesday 10:30 after two and a half hours; an hour was promised. */
const late: MeasuredInquiry = {
  openedAtMs: at('02T17:00'),
  endedAtMs: at('03T10:30'),
  status: 'answered',
  targetMinutes: 60,
  dueAtMs: at('02T18:00'),
  businessSeconds: 9_000,
  met: false,
};

describe('remeasureInquiry', () => {
  it('finds nothing to change under the same rules', () => {
    expect(remeasureInquiry(late, calendar(), 60)).toMatchObject({ differs: false, movesDue: false, becomes: null });
  });

  it('moves the deadline and the result with a day that was a holiday', () => {
    expect(remeasureInquiry(late, calendar(['2026-03-02']), 120)).toEqual({
      targetMinutes: 120,
      dueAtMs: at('03T11:00'),
      businessSeconds: 5_400,
      met: true,
      movesDue: true,
      becomes: 'met',
      differs: true,
    });
  });

  it('says what would have been missed', () => {
    const met = { ...late, targetMinutes: 240, dueAtMs: at('03T12:00'), met: true };
    expect(remeasureInquiry(met, calendar(), 60)).toMatchObject({ becomes: 'missed', met: false, movesDue: true });
  });

  it('never judges what was declined', () => {
    expect(remeasureInquiry({ ...late, status: 'declined', met: null }, calendar(['2026-03-02']), 600)).toMatchObject({
      becomes: null,
      met: null,
      movesDue: true,
    });
  });
});
