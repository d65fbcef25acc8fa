import { businessSecondsBetween, compileCalendar } from '@dangol/crm';
import { instantBefore, planScenes } from './plan-scenes.ts';
import { readDemoSeed } from './read-seed-data.ts';
import type { Scene } from './scene.ts';

const HOURS = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
] as const;

const calendarWith = (holidays: readonly string[]) =>
  compileCalendar({
    version: 1,
    timeZone: 'Asia/Seoul',
    weekly: { mon: HOURS, tue: HOURS, wed: HOURS, thu: HOURS, fri: HOURS },
    holidays,
    specialHours: {},
    breaks: {},
  });
const calendar = calendarWith([]);
const at = (text: string) => Date.parse(text);
const scene = (rest: object) =>
  ({ inquiry: 'Q-1', channel: 'email', text: 'MOQ?', from: { name: 'Ana', country: 'HU' }, ...rest }) as Scene;
const answered = (rest: object = {}) =>
  scene({ day: 0, opens: 30, took: 60, by: 'jiho', reply: { text: 'Hello' }, ...rest });
const minutesOf = (plan: ReturnType<typeof planScenes>) =>
  plan.map(({ atMs, act }) => `${act.kind} ${new Date(atMs).toISOString().slice(0, 16)}`);

describe('planScenes', () => {
  it('answers in business time, lunch left out', () => {
    const plan = planScenes([answered({ opens: 150 })], calendar, at('2026-11-25T08:00Z')); // arrives 11:30, an hour of work later
    expect(minutesOf(plan)).toEqual(['message 2026-11-25T02:30', 'reply 2026-11-25T04:30']);
  });

  it('takes the day before when today is too young', () => {
    const plan = planScenes([answered()], calendar, at('2026-11-25T01:00Z')); // 10:00; the reply would leave at 10:30
    expect(minutesOf(plan)).toEqual(['message 2026-11-24T00:30', 'reply 2026-11-24T01:30']);
  });

  it('puts what waits so long ago that its due time is where it should be, also at a weekend', () => {
    const sunday = at('2026-11-22T11:00Z');
    expect(minutesOf(planScenes([scene({ waiting: { elapsed: 38 } })], calendar, sunday))).toEqual([
      'message 2026-11-20T08:21', // Friday 17:21 and some seconds
    ]);
    expect(minutesOf(planScenes([scene({ waiting: { ago: 12 } })], calendar, sunday))).toEqual([
      'message 2026-11-22T10:47',
    ]);
  });

  it('lets no buyer write again into a weekend', () => {
    const then = [{ after: 600, text: 'And the price?', took: 30, by: 'jiho', reply: { text: 'USD 1' } }];
    const plan = planScenes([answered({ opens: 300, then })], calendar, at('2026-11-24T08:00Z')); // Tuesday; day 1 is Monday
    const friday = planScenes([answered({ day: 2, opens: 300, then })], calendar, at('2026-11-24T08:00Z'));
    expect(minutesOf(plan).at(2)).toBe('message 2026-11-23T16:00');
    expect(minutesOf(friday).at(2)).toBe('message 2026-11-22T22:30'); // Monday 07:30 instead of Saturday
  });

  it('refuses a scene that has no room', () => {
    const closed = calendarWith(
      Array.from({ length: 40 }, (_, i) => new Date(at('2026-11-25') - i * 86_400_000).toISOString().slice(0, 10)),
    );
    expect(() => planScenes([answered()], closed, at('2026-11-25T08:00Z'))).toThrow('Q-1 finds no day');
  });

  const nows = [
    '2026-11-22T12:00Z',
    '2026-11-25T05:12Z',
    '2026-11-23T00:05Z',
    '2026-12-31T16:00Z',
    '2026-10-08T03:30Z',
    '2027-02-10T01:00Z',
  ];
  it.each(nows)('fits the demo into the 30 days before %s', (text) => {
    const now = new Date(text);
    const { scenes, holidays } = readDemoSeed(now);
    const real = calendarWith(holidays);
    const plan = planScenes(scenes, real, now.getTime());
    const unanswered = new Set<string>();
    for (const {
      atMs,
      scene: { inquiry },
      act,
    } of plan) {
      expect(atMs).toBeLessThanOrEqual(now.getTime());
      expect(atMs).toBeGreaterThan(now.getTime() - 30 * 86_400_000);
      if (act.kind === 'message') {
        expect(unanswered).not.toContain(inquiry);
        unanswered.add(inquiry);
      } else {
        expect(unanswered.has(inquiry) || act.kind === 'note').toBe(true);
        if (act.kind === 'reply') expect(businessSecondsBetween(real, atMs - 1000, atMs)).toBe(1);
        if (act.kind !== 'note' && act.kind !== 'assign') unanswered.delete(inquiry);
      }
    }
    expect(plan.filter(({ act }) => act.kind === 'message')).toHaveLength(163);
    expect(unanswered.size).toBe(21);
  });
});

describe('instantBefore', () => {
  it('counts business time back over lunch and the night', () => {
    const back = (minutes: number) =>
      new Date(instantBefore(calendar, at('2026-11-25T04:30Z'), minutes * 60)).toISOString();
    expect(back(30)).toBe('2026-11-25T04:00:00.000Z');
    expect(back(90)).toBe('2026-11-25T02:00:00.000Z');
    expect(back(270)).toBe('2026-11-24T08:00:00.000Z');
  });
});
