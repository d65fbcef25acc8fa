import { parseInstant } from '../time/index.ts';
import { compileCalendar } from './compile-calendar.ts';
import type { ConversationEntry } from './conversation-log.ts';
import { deriveResolutions } from './derive-resolutions.ts';
import { measureResolution } from './measure-resolution.ts';

const buyer = (id: string, atMs: number): ConversationEntry => ({ kind: 'buyerMessage', id, atMs });
const reply = (id: string, atMs: number): ConversationEntry => ({ kind: 'reply', id, atMs, acceptedAtMs: atMs });
const act = (kind: 'declined' | 'spamReported' | 'closed' | 'reopened' | 'loggedCall', atMs: number) =>
  ({ kind, id: `${kind} ${atMs}`, atMs }) as ConversationEntry;

describe('deriveResolutions', () => {
  it('runs from the first inquiry until a person closes, without the waits for the buyer', () => {
    const log = [
      buyer('m1', 10),
      reply('r1', 20),
      reply('r2', 22),
      buyer('m2', 50),
      reply('r3', 55),
      act('closed', 90),
    ];
    expect(deriveResolutions(log)).toEqual([
      {
        openingMessageId: 'm1',
        openedAtMs: 10,
        status: 'resolved',
        endedAtMs: 90,
        pauses: [
          { startMs: 20, endMs: 50 },
          { startMs: 55, endMs: 90 },
        ],
        pausedSinceMs: null,
      },
    ]);
  });

  it('says who has the word', () => {
    expect(deriveResolutions([buyer('m1', 10)])).toMatchObject([{ status: 'open', pausedSinceMs: null }]);
    expect(deriveResolutions([buyer('m1', 10), act('loggedCall', 20)])).toMatchObject([
      { status: 'paused', pausedSinceMs: 20 },
    ]);
  });

  it('opens another case with what is written after the end', () => {
    const log = [buyer('m1', 10), reply('r1', 20), act('closed', 30), buyer('m2', 40)];
    expect(deriveResolutions(log).map(({ openingMessageId, status }) => [openingMessageId, status])).toEqual([
      ['m1', 'resolved'],
      ['m2', 'open'],
    ]);
  });

  it('goes on when the conversation is opened again before the buyer wrote', () => {
    const log = [buyer('m1', 10), reply('r1', 20), act('closed', 30), act('reopened', 35), buyer('m2', 40)];
    expect(deriveResolutions(log)).toMatchObject([{ status: 'open', pauses: [{ startMs: 20, endMs: 40 }] }]);
  });

  it('ends with the answer when it was put away while the buyer waited, unless the buyer wrote again', () => {
    const put = [buyer('m1', 10), act('closed', 15)];
    expect(deriveResolutions(put)).toMatchObject([{ status: 'open' }]);
    expect(deriveResolutions([...put, reply('r1', 20)])).toMatchObject([{ status: 'resolved', endedAtMs: 20 }]);
    expect(deriveResolutions([...put, buyer('m2', 17), reply('r1', 20)])).toMatchObject([{ status: 'paused' }]);
  });

  it('is counted apart when declined or spam, also after an answer', () => {
    expect(deriveResolutions([buyer('m1', 10), act('declined', 20)])).toMatchObject([{ status: 'declined' }]);
    expect(deriveResolutions([buyer('m1', 10), reply('r1', 15), act('spamReported', 20)])).toMatchObject([
      { status: 'spam', endedAtMs: 20, pauses: [{ startMs: 15, endMs: 20 }] },
    ]);
  });
});

describe('measureResolution', () => {
  const calendar = compileCalendar({
    version: 1,
    timeZone: 'Asia/Seoul',
    weekly: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']], wed: [['09:00', '18:00']] },
    holidays: [],
    specialHours: {},
    breaks: {},
  });
  const at = (local: string) => parseInstant(`2026-03-${local}:00+09:00`);
  const HOUR = 3_600_000;
  // Monday 10:00 asked, 11:00 answered; Tuesday 15:00 asked again, 17:00 answered.
  const log = [buyer('m1', at('02T10:00')), reply('r1', at('02T11:00')), buyer('m2', at('03T15:00'))];
  const of = (entries: ConversationEntry[], target: number | null) =>
    measureResolution(deriveResolutions(entries)[0]!, calendar, target);

  it('counts our time only, on both clocks', () => {
    expect(of([...log, reply('r2', at('03T17:00')), act('closed', at('04T09:00'))], 180)).toEqual({
      dueAtMs: at('03T17:00'),
      businessMs: 3 * HOUR,
      wallMs: 3 * HOUR,
      pausedMs: 28 * HOUR + 16 * HOUR,
      runningSinceMs: null,
      met: true, // exactly
    });
    expect(of([...log, reply('r2', at('03T17:00')), act('closed', at('04T09:00'))], 179).met).toBe(false);
  });

  it('gives what was counted so far, and since when it runs', () => {
    expect(of(log, 480)).toMatchObject({
      businessMs: HOUR,
      runningSinceMs: at('03T15:00'),
      dueAtMs: at('04T13:00'),
      met: null,
    });
    expect(of(log.slice(0, 1), 60)).toMatchObject({
      businessMs: 0,
      runningSinceMs: at('02T10:00'),
      dueAtMs: at('02T11:00'),
    });
  });

  it('is due at no time while the buyer has the word, unless it was overdue before', () => {
    expect(of(log.slice(0, 2), 480)).toMatchObject({ dueAtMs: null, runningSinceMs: null, businessMs: HOUR });
    expect(of(log.slice(0, 2), 30).dueAtMs).toBe(at('02T10:30'));
    expect(of(log.slice(0, 2), null)).toMatchObject({ dueAtMs: null, met: null });
  });

  it('neither credits nor blames what was declined', () => {
    expect(of([log[0]!, act('declined', at('02T10:05'))], 60).met).toBeNull();
  });
});
