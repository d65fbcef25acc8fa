import { addDays, todayIn } from './today-in.ts';

describe('todayIn', () => {
  const lateEvening = new Date('2026-03-02T16:30:00Z');
  it('is tomorrow already in Seoul', () => expect(todayIn('Asia/Seoul', lateEvening)).toBe('2026-03-03'));
  it('is still today in Budapest', () => expect(todayIn('Europe/Budapest', lateEvening)).toBe('2026-03-02'));
});

describe('addDays', () => {
  it('crosses a leap day', () => expect(addDays('2028-02-28', 2)).toBe('2028-03-01'));
  it('goes back over a year', () => expect(addDays('2026-01-10', -364)).toBe('2025-01-11'));
});
