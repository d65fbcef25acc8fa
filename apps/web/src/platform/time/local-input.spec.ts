import { fromLocalInput, toLocalInput } from './local-input.ts';

describe('local time of a zone', () => {
  it('is written and read in the zone, not in that of the browser', () => {
    expect(toLocalInput('2026-03-02T05:30:40Z', 'Asia/Seoul')).toBe('2026-03-02T14:30');
    expect(fromLocalInput('2026-03-02T14:30', 'Asia/Seoul')?.toISOString()).toBe('2026-03-02T05:30:00.000Z');
    expect(fromLocalInput('2026-03-02T14:30', 'America/Los_Angeles')?.toISOString()).toBe('2026-03-02T22:30:00.000Z');
  });

  it('reads a skipped time as that much later and a repeated one as its first pass', () => {
    expect(fromLocalInput('2026-03-29T02:30', 'Europe/Budapest')?.toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(fromLocalInput('2026-10-25T02:30', 'Europe/Budapest')?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(fromLocalInput('2026-10-25T12:00', 'Europe/Budapest')?.toISOString()).toBe('2026-10-25T11:00:00.000Z');
  });

  it('is nothing while it is unfinished or no time', () => {
    for (const value of ['', '2026-03-02', '2026-13-40T99:99', 'tomorrow'])
      expect(fromLocalInput(value, 'Asia/Seoul')).toBeNull();
  });
});
