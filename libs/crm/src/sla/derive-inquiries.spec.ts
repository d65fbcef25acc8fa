import fc from 'fast-check';
import type { ConversationEntry } from './conversation-log.ts';
import { deriveInquiries } from './derive-inquiries.ts';

const buyer = (id: string, atMs: number): ConversationEntry => ({ kind: 'buyerMessage', id, atMs });
const reply = (id: string, atMs: number, acceptedAtMs: number | null = atMs): ConversationEntry => ({
  kind: 'reply',
  id,
  atMs,
  acceptedAtMs,
});
const auto = (id: string, atMs: number, acceptedAtMs: number | null = atMs): ConversationEntry => ({
  kind: 'autoReply',
  id,
  atMs,
  acceptedAtMs,
});
type ActKind = 'internalNote' | 'declined' | 'spamReported' | 'loggedCall' | 'closed' | 'reopened';
const act = (kind: ActKind, id: string, atMs: number): ConversationEntry => ({ kind, id, atMs });

describe('deriveInquiries', () => {
  it('counts from the oldest unanswered message', () => {
    expect(deriveInquiries([buyer('m1', 10), buyer('m2', 20), reply('r1', 30)])).toEqual([
      {
        openingMessageId: 'm1',
        openedAtMs: 10,
        turn: 'first',
        status: 'answered',
        endedAtMs: 30,
        firstResponseMessageId: 'r1',
        firstAckAtMs: null,
      },
    ]);
  });

  it('opens another inquiry with the next message after an answer, and keeps the last one open', () => {
    const inquiries = deriveInquiries([
      buyer('m1', 10),
      reply('r1', 20),
      reply('r2', 25),
      buyer('m2', 30),
      buyer('m3', 40),
    ]);
    expect(inquiries.map(({ openingMessageId, status }) => [openingMessageId, status])).toEqual([
      ['m1', 'answered'],
      ['m2', 'open'],
    ]);
  });

  it('records the first automatic reply and runs on', () => {
    const [inquiry] = deriveInquiries([buyer('m1', 10), auto('a0', 11, null), auto('a1', 12), auto('a2', 14)]);
    expect(inquiry).toMatchObject({ status: 'open', endedAtMs: null, firstAckAtMs: 12 });
  });

  it('stops for the accepted reply only, at the time of acceptance', () => {
    expect(deriveInquiries([buyer('m1', 10), reply('r1', 20, null)])[0]?.status).toBe('open');
    const retried = deriveInquiries([buyer('m1', 10), reply('r1', 20, null), reply('r2', 25, 28)]);
    expect(retried[0]).toMatchObject({ endedAtMs: 28, firstResponseMessageId: 'r2' });
  });

  it('lets a message that arrived before the acceptance be answered with it', () => {
    const inquiries = deriveInquiries([buyer('m1', 10), reply('r1', 20, 30), buyer('m2', 25)]);
    expect(inquiries).toHaveLength(1);
    expect(inquiries[0]).toMatchObject({ openingMessageId: 'm1', endedAtMs: 30 });
  });

  it('ends by a logged call, a decline or a spam report, and by no internal note', () => {
    const endOf = (kind: ActKind) => deriveInquiries([buyer('m1', 10), act(kind, 'x1', 20)])[0];
    expect(endOf('loggedCall')).toMatchObject({ status: 'answered', endedAtMs: 20, firstResponseMessageId: 'x1' });
    expect(endOf('declined')).toMatchObject({ status: 'declined', endedAtMs: 20, firstResponseMessageId: null });
    expect(endOf('spamReported')).toMatchObject({ status: 'spam', endedAtMs: 20, firstResponseMessageId: null });
    expect(endOf('internalNote')).toMatchObject({ status: 'open', endedAtMs: null });
  });

  it('starts no clock for automatic mail or for our own first word', () => {
    const outOfOffice: ConversationEntry = { kind: 'buyerMessage', id: 'm1', atMs: 10, autoSubmitted: true };
    expect(deriveInquiries([outOfOffice, reply('r1', 20), act('loggedCall', 'c1', 30)])).toEqual([]);
  });

  it('starts none for a sender that the channel leaves out', () => {
    expect(deriveInquiries([{ kind: 'buyerMessage', id: 'm1', atMs: 10, excludedSender: true }])).toEqual([]);
  });

  it('calls an inquiry next while its case runs, and first again once the case was closed, declined or reported', () => {
    const turns = (...log: ConversationEntry[]) => deriveInquiries(log).map(({ turn }) => turn);
    const [m1, r1, m2] = [buyer('m1', 10), reply('r1', 20), buyer('m2', 40)] as const;
    expect(turns(m1, r1, m2)).toEqual(['first', 'next']);
    expect(turns(m1, r1, act('closed', 'x', 30), m2)).toEqual(['first', 'first']);
    expect(turns(m1, act('declined', 'x', 30), m2)).toEqual(['first', 'first']);
    expect(turns(m1, act('spamReported', 'x', 30), m2)).toEqual(['first', 'first']);
    expect(turns(m1, r1, act('closed', 'x', 30), act('reopened', 'y', 35), m2)).toEqual(['first', 'next']);
  });

  it('is not closed by putting a waiting conversation away', () => {
    const put = [buyer('m1', 10), act('closed', 'x', 15)];
    expect(deriveInquiries(put)).toMatchObject([{ status: 'open', endedAtMs: null }]);
    expect(deriveInquiries([...put, buyer('m2', 16), reply('r1', 20), buyer('m3', 30)])).toMatchObject([
      { turn: 'first' },
      { turn: 'next' },
    ]);
  });

  it('answers a question of the same millisecond whatever their ids are', () => {
    expect(deriveInquiries([buyer('z', 10), reply('a', 10)])[0]?.status).toBe('answered');
  });

  it('recomputes the past when a reply from the marketplace app comes in late', () => {
    const log = [buyer('m1', 10), reply('r2', 90)];
    expect(deriveInquiries(log)[0]?.endedAtMs).toBe(90);
    expect(deriveInquiries([...log, reply('r1', 15)])[0]).toMatchObject({
      endedAtMs: 15,
      firstResponseMessageId: 'r1',
    });
  });

  it('ends the same for any order of arrival and for repeated deliveries', () => {
    const kinds = [
      'buyerMessage',
      'reply',
      'autoReply',
      'internalNote',
      'declined',
      'spamReported',
      'loggedCall',
      'closed',
      'reopened',
    ] as const;
    const logs = fc.uniqueArray(
      fc
        .record({
          kind: fc.constantFrom(...kinds),
          id: fc.string({ minLength: 1, maxLength: 2 }),
          atMs: fc.integer({ min: 0, max: 20 }),
          acceptedAtMs: fc.option(fc.integer({ min: 0, max: 25 })),
        })
        .map((entry) => {
          const { acceptedAtMs, ...rest } = entry;
          return (
            entry.kind === 'reply' || entry.kind === 'autoReply' ? { ...rest, acceptedAtMs } : rest
          ) as ConversationEntry;
        }),
      { selector: ({ id }) => id },
    );
    const arrivals = logs.chain((log) =>
      fc.tuple(fc.constant(log), fc.shuffledSubarray([...log, ...log], { minLength: log.length * 2 })),
    );
    fc.assert(
      fc.property(arrivals, ([log, shuffled]) => expect(deriveInquiries(shuffled)).toEqual(deriveInquiries(log))),
    );
  });
});
