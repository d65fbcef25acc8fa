import { deriveBuyerDays, opensDayBefore, type BuyerConversation, type BuyerDay } from '@dangol/crm';
import { newId } from '@dangol/db';
import type { ConversationLog } from './conversation-logs.query.ts';
import type { ServedConversation } from './served-conversations.query.ts';
import { sameRow, type BuyerDayRow } from './stored-clocks.ts';

/** Rows of a buyer on a channel to write and to take away. `certain` ones replace whatever is there. */
export interface BuyerDayChanges {
  readonly write: (BuyerDayRow & { certain: boolean })[];
  readonly gone: string[];
}

type Place = Pick<ServedConversation, 'channelId' | 'buyerId' | 'zone'>;

/**
 * What one conversation's log changes in its buyer's days on the channel, from the stored days alone; null when a day lost its
 * message to no other one of this conversation: then the buyer's other conversations must be asked.
 */
export function planDaysOfConversation(
  served: ServedConversation,
  log: ConversationLog,
  stored: ReadonlyMap<string, BuyerDayRow>,
): BuyerDayChanges | null {
  const write: BuyerDayChanges['write'] = [];
  const derived = deriveBuyerDays([{ conversationId: served.id, entries: log.entries }], served.zone);
  const days = new Set(derived.map(({ day }) => day));
  for (const row of stored.values()) if (row.conversationId === served.id && !days.has(row.day)) return null;
  for (const day of derived) {
    const known = stored.get(day.day);
    if (known?.conversationId === served.id) {
      if (opensDayBefore(toSample(known), day)) return null;
    } else if (known && !opensDayBefore(day, toSample(known))) continue;
    const row = buyerDayRow(served, day, known?.id, log.authorOf);
    if (!sameRow(row, known)) write.push({ ...row, certain: false });
  }
  return { write, gone: [] };
}

/** The same from the logs of all conversations of the buyer on the channel. */
export function planAllDays(
  place: Place,
  logs: ReadonlyMap<string, ConversationLog>,
  stored: ReadonlyMap<string, BuyerDayRow>,
): BuyerDayChanges {
  const conversations = [...logs].map(([conversationId, { entries }]): BuyerConversation => ({
    conversationId,
    entries,
  }));
  const derived = deriveBuyerDays(conversations, place.zone);
  const days = new Set(derived.map(({ day }) => day));
  return {
    write: derived
      .map((day) => buyerDayRow(place, day, stored.get(day.day)?.id, logs.get(day.conversationId)!.authorOf))
      .filter((row) => !sameRow(row, stored.get(row.day)))
      .map((row) => ({ ...row, certain: true })),
    gone: [...stored.values()].filter(({ day }) => !days.has(day)).map(({ id }) => id),
  };
}

/** Stored days by the buyer and channel that they are of, then by date. */
export function daysByPlace(rows: readonly BuyerDayRow[]): Map<string, Map<string, BuyerDayRow>> {
  const places = new Map<string, Map<string, BuyerDayRow>>();
  for (const row of rows) {
    const days = places.get(placeKey(row)) ?? new Map<string, BuyerDayRow>();
    places.set(placeKey(row), days.set(row.day, row));
  }
  return places;
}

/** Names a buyer on a channel. */
export const placeKey = ({ channelId, buyerId }: Pick<Place, 'channelId' | 'buyerId'>): string =>
  `${channelId} ${buyerId}`;

const toSample = ({ openingMessageId, openedMs, excluded }: BuyerDayRow) => ({
  openingMessageId,
  openedAtMs: openedMs,
  excluded,
});

function buyerDayRow(
  { channelId, buyerId }: Place,
  day: BuyerDay,
  knownId: string | undefined,
  authorOf: ReadonlyMap<string, string | null>,
): BuyerDayRow {
  return {
    id: knownId ?? newId(),
    channelId,
    buyerId,
    conversationId: day.conversationId,
    openingMessageId: day.openingMessageId,
    day: day.day,
    openedMs: day.openedAtMs,
    respondedMs: day.respondedAtMs,
    responseMessageId: day.responseMessageId,
    responseMemberId: (day.responseMessageId && authorOf.get(day.responseMessageId)) || null,
    firstAckMs: day.firstAckAtMs,
    excluded: day.excluded,
  };
}
