import { checkSnooze } from './check-snooze.ts';

const AT = (time: string) => Date.parse(`2026-03-09T${time}Z`);
const NOW = AT('01:00:00');
const DUE = AT('04:00:00');

describe('a snooze', () => {
  it('ends before the answer is due, however close', () => {
    expect(checkSnooze(AT('03:59:59'), DUE, NOW)).toEqual({ allowed: true });
    expect(checkSnooze(DUE, DUE, NOW)).toEqual({ allowed: false, reason: 'too_long', latestMs: AT('03:59:59') });
    expect(checkSnooze(AT('05:00:00'), DUE, NOW)).toMatchObject({ reason: 'too_long', latestMs: AT('03:59:59') });
  });

  it('does not hide what is due already, nor due in this second', () => {
    expect(checkSnooze(AT('02:00:00'), AT('00:59:00'), NOW)).toEqual({
      allowed: false,
      reason: 'too_long',
      latestMs: null,
    });
    expect(checkSnooze(AT('01:00:01'), AT('01:00:01'), NOW)).toMatchObject({ reason: 'too_long', latestMs: null });
  });

  it('ends in the future', () => {
    expect(checkSnooze(NOW, DUE, NOW)).toEqual({ allowed: false, reason: 'past' });
    expect(checkSnooze(AT('00:30:00'), DUE, NOW)).toEqual({ allowed: false, reason: 'past' });
    expect(checkSnooze(NOW + 1, DUE, NOW)).toEqual({ allowed: true });
  });
});
