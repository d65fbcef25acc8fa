import { parseInstant } from '../time/index.ts';
import type { ConversationEntry } from './conversation-log.ts';
import { deriveBuyerDays } from './derive-buyer-days.ts';

const at = parseInstant;
const buyer = (id: string, instant: string, rest: object = {}): ConversationEntry => ({
  ...rest,
  kind: 'buyerMessage',
  id,
  atMs: at(instant),
});
const sent = (kind: 'reply' | 'autoReply', id: string, instant: string, accepted = true): ConversationEntry => ({
  kind,
  id,
  atMs: at(instant),
  acceptedAtMs: accepted ? at(instant) : null,
});
const act = (kind: 'declined' | 'spamReported' | 'loggedCall', instant: string): ConversationEntry => ({
  kind,
  id: `${kind} ${instant}`,
  atMs: at(instant),
});
const LOS_ANGELES = 'America/Los_Angeles';
const days = (...entries: ConversationEntry[]) => deriveBuyerDays([{ conversationId: 'c1', entries }], LOS_ANGELES);
const told = (...entries: ConversationEntry[]) =>
  days(...entries).map(({ day, openingMessageId, responseMessageId, excluded }) => [
    day,
    openingMessageId,
    responseMessageId,
    excluded,
  ]);

describe('deriveBuyerDays', () => {
  it("takes the first message of each day of the platform's clock, and the first reply after it", () => {
    expect(
      told(
        buyer('m1', '2026-03-02T07:59:59Z'), // 23:59:59 of the first in Los Angeles
        buyer('m2', '2026-03-02T08:00:00Z'),
        buyer('m3', '2026-03-02T09:00:00Z'),
        sent('reply', 'r1', '2026-03-02T10:00:00Z'),
        buyer('m4', '2026-03-03T01:00:00Z'),
        buyer('m5', '2026-03-03T08:30:00Z'),
      ),
    ).toEqual([
      ['2026-03-01', 'm1', 'r1', null],
      ['2026-03-02', 'm2', 'r1', null],
      ['2026-03-03', 'm5', null, null],
    ]);
  });

  it('does not let an earlier reply answer a later day', () => {
    const log = [buyer('m1', '2026-03-02T20:00:00Z'), sent('reply', 'r1', '2026-03-02T21:00:00Z')];
    expect(told(...log, buyer('m2', '2026-03-03T20:00:00Z'))[1]).toEqual(['2026-03-03', 'm2', null, null]);
  });

  it('is stopped by a call, by no automatic reply and no failed delivery', () => {
    const log = [
      buyer('m1', '2026-03-02T20:00:00Z'),
      sent('autoReply', 'a1', '2026-03-02T20:01:00Z'),
      sent('autoReply', 'a2', '2026-03-02T20:02:00Z'),
      sent('reply', 'r1', '2026-03-02T20:30:00Z', false),
    ];
    expect(days(...log)).toMatchObject([{ respondedAtMs: null, firstAckAtMs: at('2026-03-02T20:01:00Z') }]);
    expect(days(...log, act('loggedCall', '2026-03-02T21:00:00Z'))).toMatchObject([
      { respondedAtMs: at('2026-03-02T21:00:00Z'), firstAckAtMs: at('2026-03-02T20:01:00Z') },
    ]);
    const answered = [buyer('m1', '2026-03-02T20:00:00Z'), sent('reply', 'r1', '2026-03-02T20:30:00Z')];
    expect(days(...answered, sent('autoReply', 'a1', '2026-03-02T20:31:00Z'))).toMatchObject([{ firstAckAtMs: null }]);
  });

  it('leaves out what was reported as spam within 24 hours, to the second', () => {
    const message = buyer('m1', '2026-03-02T20:00:00Z');
    expect(told(message, act('spamReported', '2026-03-03T20:00:00Z'))[0]).toEqual(['2026-03-02', 'm1', null, 'spam']);
    expect(told(message, act('spamReported', '2026-03-03T20:00:01Z'))[0]).toEqual(['2026-03-02', 'm1', null, null]);
    expect(told(act('spamReported', '2026-03-02T19:00:00Z'), message)[0]).toEqual(['2026-03-02', 'm1', null, null]);
  });

  it('keeps a declined one unanswered: the marketplace knows of no decline', () => {
    expect(told(buyer('m1', '2026-03-02T20:00:00Z'), act('declined', '2026-03-02T20:10:00Z'))).toEqual([
      ['2026-03-02', 'm1', null, null],
    ]);
  });

  it('does not count automatic mail or history at all, and excluded senders apart', () => {
    expect(told(buyer('m1', '2026-03-02T20:00:00Z', { autoSubmitted: true }))).toEqual([]);
    expect(told(buyer('m1', '2026-03-02T20:00:00Z', { excludedSender: true }))).toEqual([
      ['2026-03-02', 'm1', null, 'sender'],
    ]);
  });

  it('spans all conversations of the buyer; one that does not count gives way to one that does', () => {
    const first = [buyer('m1', '2026-03-02T20:00:00Z'), act('spamReported', '2026-03-02T20:05:00Z')];
    const second = [buyer('m2', '2026-03-02T21:00:00Z'), sent('reply', 'r2', '2026-03-02T22:00:00Z')];
    const logs = [
      { conversationId: 'c1', entries: first },
      { conversationId: 'c2', entries: second },
    ];
    const expected = [{ conversationId: 'c2', openingMessageId: 'm2', responseMessageId: 'r2', excluded: null }];
    expect(deriveBuyerDays(logs, LOS_ANGELES)).toMatchObject(expected);
    expect(deriveBuyerDays(logs.toReversed(), LOS_ANGELES)).toMatchObject(expected);
    const unreported = [{ conversationId: 'c1', entries: first.slice(0, 1) }, logs[1]!];
    expect(deriveBuyerDays(unreported, LOS_ANGELES)).toMatchObject([{ conversationId: 'c1', responseMessageId: null }]);
  });
});
