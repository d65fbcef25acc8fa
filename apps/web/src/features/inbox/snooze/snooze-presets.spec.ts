import fc from 'fast-check';
import { canSnooze, snoozePresets } from './snooze-presets.ts';

const now = new Date('2026-03-02T01:00:00Z'); // 10:00 in Seoul
const names = (dueAt: string) => snoozePresets(now, dueAt, 'Asia/Seoul').map(({ name }) => name);

describe('snoozePresets', () => {
  it('offers the usual times in the zone of the workspace, soonest first', () => {
    const presets = snoozePresets(now, '2026-03-03T03:00:00Z', 'Asia/Seoul');
    expect(presets.map(({ name, until }) => [name, until.toISOString()])).toEqual([
      ['hour', '2026-03-02T02:00:00.000Z'],
      ['threeHours', '2026-03-02T04:00:00.000Z'],
      ['afternoon', '2026-03-02T05:00:00.000Z'],
      ['morning', '2026-03-03T00:00:00.000Z'],
      ['beforeDue', '2026-03-03T02:30:00.000Z'],
    ]);
  });

  it('leaves out what would be at or after the due time', () => {
    expect(names('2026-03-02T02:00:00Z')).toEqual(['beforeDue']);
    expect(names('2026-03-02T01:20:00Z')).toEqual([]);
  });

  it('never outlives the due time and never lies in the past', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 10_000 }),
        fc.constantFrom('Asia/Seoul', 'Europe/Budapest', 'America/Los_Angeles'),
        (at, minutes, zone) => {
          const dueMs = at.getTime() + minutes * 60_000;
          return snoozePresets(at, new Date(dueMs).toISOString(), zone).every(
            ({ until }) => until.getTime() > at.getTime() && until.getTime() < dueMs,
          );
        },
      ),
    ));
});

describe('canSnooze', () => {
  it('is not for what is due already or waits for nothing', () => {
    expect(canSnooze(now, null)).toBe(false);
    expect(canSnooze(now, '2026-03-02T01:00:00Z')).toBe(false);
    expect(canSnooze(now, '2026-03-02T01:00:01Z')).toBe(true);
  });
});
