import fc from 'fast-check';
import { forecastResponses, type OpenResponse } from './forecast-responses.ts';

const MINUTE = 60_000;
const open = (...minutes: number[]): OpenResponse[] =>
  minutes.map((waited, index) => ({ conversationId: `c${index}`, waitedMs: waited * MINUTE }));
const answered = (count: number, meanMinutes: number) => ({ count, sumMs: count * meanMinutes * MINUTE });

describe('forecastResponses', () => {
  it('says "answer these 3 within 22 min to stay under 4 h"', () =>
    // 23 x 240 - 20 x 242 - (300 + 200 + 114) leaves 66 minutes for the three of them
    expect(forecastResponses(answered(20, 242), open(300, 200, 114), 240)).toEqual({
      conversationIds: ['c2', 'c1', 'c0'],
      withinMinutes: 22,
    }));

  it('leaves out the old ones that would break the target, and names the newest first', () =>
    expect(forecastResponses(answered(10, 240), open(10, 5_000, 30), 240)).toEqual({
      conversationIds: ['c0', 'c2'],
      withinMinutes: 220,
    }));

  it('knows that one reply answers every day on which the buyer wrote', () =>
    // alone, c0's newest day would help; but a reply answers the old one too
    expect(
      forecastResponses(answered(10, 240), [...open(10, 100), { conversationId: 'c0', waitedMs: 5_000 * MINUTE }], 240),
    ).toEqual({ conversationIds: ['c1'], withinMinutes: 140 }));

  it('leaves five minutes for each answer: fewer answers are advised before hasty ones', () =>
    expect(forecastResponses(answered(0, 0), open(238, 231), 240)).toEqual({
      conversationIds: ['c1'],
      withinMinutes: 9,
    }));

  it('has no advice when no answer brings the mean under the target, and says where it hurts least', () =>
    expect(forecastResponses(answered(100, 300), open(90, 60), 240)).toEqual({
      conversationIds: ['c1', 'c0'],
      withinMinutes: null,
    }));

  it('names no more than twenty', () => {
    const many = forecastResponses(answered(500, 10), open(...Array.from({ length: 30 }, (_, index) => index)), 240);
    expect(many?.conversationIds).toHaveLength(20);
  });

  it('is silent while nothing is open', () => expect(forecastResponses(answered(3, 9), [], 240)).toBeNull());

  it('finds what trying every choice of replies finds', () => {
    const waits = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 900 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(
        fc.record({ count: fc.integer({ min: 0, max: 30 }), sumMs: fc.integer({ min: 0, max: 9_000 * MINUTE }) }),
        waits,
        fc.integer({ min: 0, max: 10 }),
        (given, all, pace) => {
          const samples = all.map(([thread, minutes]) => ({
            conversationId: `c${thread}`,
            waitedMs: minutes * MINUTE,
          }));
          const found = forecastResponses(given, samples, 240, pace);
          const best = tryAll(given, samples, 240, pace);
          expect(found?.withinMinutes).toBe(best?.within ?? null);
          if (!best) return;
          expect(found?.conversationIds).toHaveLength(best.size);
          expect(lastMinute(given, samples, found!.conversationIds, 240)).toBe(best.within);
        },
      ),
    );
  });
});

type Given = Parameters<typeof forecastResponses>[0];

/** The last whole minute at which answering the chosen conversations together keeps the target; -1 when even now is too late. */
function lastMinute(given: Given, samples: OpenResponse[], chosen: readonly string[], target: number): number {
  const waits = samples.filter(({ conversationId }) => chosen.includes(conversationId)).map(({ waitedMs }) => waitedMs);
  const keeps = (minutes: number): boolean => {
    const sum = waits.reduce((total, waited) => total + waited + minutes * MINUTE, given.sumMs);
    return sum <= target * MINUTE * (given.count + waits.length);
  };
  let last = -1;
  while (keeps(last + 1)) last += 1;
  return last;
}

/** Every set of conversations. The largest that leaves its time wins, then the latest. */
function tryAll(given: Given, samples: OpenResponse[], target: number, pace: number) {
  const threads = [...new Set(samples.map(({ conversationId }) => conversationId))];
  let best: { size: number; within: number } | null = null;
  for (let mask = 1; mask < 2 ** threads.length; mask += 1) {
    const chosen = threads.filter((_, index) => mask & (1 << index));
    const within = lastMinute(given, samples, chosen, target);
    const [size, least] = [chosen.length, chosen.length * pace];
    if (within < least || (best && (size < best.size || (size === best.size && within <= best.within)))) continue;
    best = { size, within };
  }
  return best;
}
