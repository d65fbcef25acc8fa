import fc from 'fast-check';
import { DAY_MS, parseInstant } from '../time/index.ts';
import { compileCalendar } from './compile-calendar.ts';
import type { ConversationEntry } from './conversation-log.ts';
import { deriveBuyerDays, opensDayBefore, type BuyerDay } from './derive-buyer-days.ts';
import { followCases } from './follow-cases.ts';
import { measureFirstResponse } from './measure-first-response.ts';
import { measureResolution } from './measure-resolution.ts';

const START = parseInstant('2026-03-06T00:00:00Z'); // the change of summer time in Los Angeles lies inside
const ZONE = 'America/Los_Angeles';
const calendar = compileCalendar({
  version: 1,
  timeZone: 'Asia/Seoul',
  weekly: {
    mon: [['09:00', '18:00']],
    tue: [['09:00', '18:00']],
    thu: [['22:00', '04:00']],
    fri: [['09:00', '18:00']],
  },
  holidays: ['2026-03-10'],
  specialHours: {},
  breaks: {},
});

const KINDS = [
  'reply',
  'autoReply',
  'internalNote',
  'declined',
  'spamReported',
  'loggedCall',
  'closed',
  'reopened',
] as const;
/** What may happen on a thread: mostly messages and replies, all else now and then. */
const entry = fc
  .record({
    kind: fc.oneof(
      { weight: 6, arbitrary: fc.constant('buyerMessage' as const) },
      { weight: 4, arbitrary: fc.constant('reply' as const) },
      { weight: 4, arbitrary: fc.constantFrom(...KINDS) },
    ),
    id: fc.uuid(),
    minute: fc.integer({ min: 0, max: 8 * 1440 }),
    acceptedAfter: fc.option(fc.integer({ min: 0, max: 600 }), { freq: 4 }),
    automatic: fc.constantFrom(false, false, false, false, true),
  })
  .map(({ kind, id, minute, acceptedAfter, automatic }): ConversationEntry => {
    const atMs = START + minute * 60_000;
    if (kind === 'buyerMessage') return { kind, id, atMs, autoSubmitted: automatic };
    if (kind === 'reply' || kind === 'autoReply')
      return { kind, id, atMs, acceptedAtMs: acceptedAfter === null ? null : atMs + acceptedAfter * 60_000 };
    return { kind, id, atMs };
  });
const histories = fc
  .array(fc.uniqueArray(entry, { maxLength: 14, selector: ({ id }) => id }), { minLength: 1, maxLength: 3 })
  .map((logs) => logs.map((entries, index) => ({ conversationId: `c${index}`, entries })));
type History = { conversationId: string; entries: ConversationEntry[] }[];

/** Everything that is stored and reported of a history, as of an instant. */
const clocksOf = (history: History) => ({
  threads: history
    .toSorted((a, b) => (a.conversationId < b.conversationId ? -1 : 1))
    .map(({ conversationId, entries }) => {
      const { inquiries, cases } = followCases(entries);
      return {
        conversationId,
        inquiries: inquiries.map((inquiry) => ({
          ...inquiry,
          ...measureFirstResponse(inquiry, calendar, 240, START + 9 * DAY_MS),
        })),
        cases: cases.map((measured) => ({ ...measured, ...measureResolution(measured, calendar, 960) })),
      };
    }),
  buyerDays: deriveBuyerDays(history, ZONE),
});

/** The same arrivals as a feed may bring them: each twice, in any order, conversations too. */
const replays = histories.chain((history) =>
  fc.tuple(
    fc.constant(history),
    fc
      .tuple(
        ...history.map(({ entries }) =>
          fc.shuffledSubarray([...entries, ...entries], { minLength: entries.length * 2 }),
        ),
      )
      .chain((logs) =>
        fc.shuffledSubarray(
          logs.map((entries, index) => ({ conversationId: `c${index}`, entries })),
          { minLength: logs.length },
        ),
      ),
    fc.array(fc.nat(28), { minLength: 1, maxLength: 4 }),
  ),
);

/**
 * Derives after every part, as the store does: a day keeps its sample until another message opens it before; when a
 * conversation loses the day's message, all are asked. What is left at the end must not depend on the cuts.
 */
function derivedInParts(history: History, cuts: readonly number[]): BuyerDay[] {
  const stored = new Map<string, BuyerDay>();
  const arrived: History = history.map(({ conversationId }) => ({ conversationId, entries: [] }));
  for (const cut of [...cuts.toSorted((a, b) => a - b), Infinity])
    history.forEach(({ conversationId, entries }, index) => {
      arrived[index]!.entries = entries.slice(0, cut);
      const own = deriveBuyerDays([arrived[index]!], ZONE);
      const days = new Map(own.map((day) => [day.day, day]));
      const lost = [...stored.values()].some((known) => {
        const day = days.get(known.day);
        return known.conversationId === conversationId && (!day || opensDayBefore(known, day));
      });
      if (lost) stored.clear();
      for (const day of lost ? deriveBuyerDays(arrived, ZONE) : own) {
        const known = stored.get(day.day);
        if (!known || known.conversationId === day.conversationId || opensDayBefore(day, known))
          stored.set(day.day, day);
      }
    });
  return [...stored.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

describe('200 histories shuffled, doubled and cut', () => {
  it('end in the same inquiries, cases and buyer-days', () => {
    fc.assert(
      fc.property(replays, ([history, replayed, cuts]) => {
        const expected = clocksOf(history);
        expect(clocksOf(replayed)).toEqual(expected);
        expect(derivedInParts(replayed, cuts)).toEqual(expected.buyerDays);
      }),
      { numRuns: 200 },
    );
  });

  it('measure what an account by hand would: no overlap, no wait twice, nobody unanswered that was answered', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const { entries } of history) {
          const { inquiries, cases } = followCases(entries);
          expect(inquiries.filter(({ status }) => status === 'open').length).toBeLessThanOrEqual(1);
          inquiries.slice(1).forEach((inquiry, index) => {
            expect(inquiry.openedAtMs).toBeGreaterThanOrEqual(inquiries[index]!.endedAtMs!);
          });
          expect(inquiries.filter(({ turn }) => turn === 'first')).toHaveLength(cases.length);
          for (const measured of cases) {
            const { wallMs, pausedMs, runningSinceMs } = measureResolution(measured, calendar, null);
            const untilMs = measured.endedAtMs ?? measured.pausedSinceMs ?? runningSinceMs!;
            expect(wallMs + pausedMs).toBe(untilMs - measured.openedAtMs);
          }
        }
        for (const day of deriveBuyerDays(history, ZONE))
          if (day.respondedAtMs !== null) expect(day.respondedAtMs).toBeGreaterThanOrEqual(day.openedAtMs);
      }),
      { numRuns: 200 },
    );
  });
});
