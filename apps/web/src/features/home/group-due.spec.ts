import { groupDue } from './group-due.ts';

const seoulDay = (instant: string | Date) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(new Date(instant));
const row = (dueAt: string | null) => ({ dueAt });

describe('groupDue', () => {
  it('splits by time left and by the day of the workspace, not of the reader', () => {
    const now = new Date('2026-03-02T14:30:00Z'); // 23:30 in Seoul
    const overdue = row('2026-03-02T10:00:00Z');
    const soon = row('2026-03-02T15:29:59Z');
    const tomorrow = row('2026-03-02T15:30:00Z'); // 00:30 in Seoul
    expect(groupDue([tomorrow, overdue, soon], now, seoulDay)).toEqual({
      now: [overdue, soon],
      today: [],
      later: [tomorrow],
    });
  });

  it('keeps the order of the queue inside a group', () => {
    const now = new Date('2026-03-02T00:00:00Z');
    const late = row('2026-03-02T09:00:00Z');
    const early = row('2026-03-02T05:00:00Z');
    expect(groupDue([late, early, row(null)], now, seoulDay)).toEqual({
      now: [],
      today: [late, early],
      later: [row(null)],
    });
  });
});
