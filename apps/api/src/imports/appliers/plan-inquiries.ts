import type { ImportRecord } from '@dangol/crm';
import { createHash } from 'node:crypto';
import type { Incoming } from '../../inbox/index.ts';
import { INQUIRY_DECLINED, INQUIRY_SPAM_REPORTED } from '../../sla/index.ts';
import type { ImportedRecord } from '../import-applier.ts';

export type InquiryRow = ImportRecord<'inquiries'>;

/** A message of the channel under an id that a row names. */
export interface KnownMessage {
  readonly sentAt: Date;
  readonly text: string;
}

/** What a row brings: its message, and our reply where the row has one. */
export interface PlannedInquiry {
  readonly rowNumber: number;
  readonly message: Incoming;
  readonly reply: Incoming | null;
  /** Its conversation is over. */
  readonly closed: boolean;
}

/** Two clocks that show no seconds may differ by so much. */
const SAME_MS = 60_000;

/** Plans the messages of rows whose buyers are known; `history`: all of it is the past. */
export function planInquiries(
  rows: readonly (ImportedRecord<InquiryRow> & { readonly buyerId: string })[],
  known: ReadonlyMap<string, KnownMessage>,
  history: boolean,
): PlannedInquiry[] {
  const seen = new Map(known);
  return rows.map(({ rowNumber, record, buyerId }) => {
    const sentAt = record.received_at!;
    const text = record.message!;
    const externalId = messageId(record, buyerId, seen);
    if (!seen.has(externalId)) seen.set(externalId, { sentAt, text });
    const past = history || isOver(record);
    const conversation = {
      externalId: threadId(record, buyerId),
      ...(subjectOf(record) && { subject: subjectOf(record)! }),
    };
    const ours = record.direction === 'ours';
    const message: Incoming = {
      buyerId,
      past,
      decisions: past || ours ? [] : decisionsOf(record),
      body: { externalId, sentAt: sentAt.toISOString(), direction: ours ? 'outbound' : 'inbound', conversation, text },
    };
    const reply: Incoming | null = record.reply
      ? {
          buyerId,
          past,
          body: {
            externalId: `${externalId}#reply`,
            sentAt: (record.replied_at ?? sentAt).toISOString(),
            direction: 'outbound',
            conversation,
            text: record.reply,
          },
        }
      : null;
    return { rowNumber, message, reply, closed: record.status === 'closed' };
  });
}

/**
 * The id of a row's message: the one it names, unless another message has it. Some sheets name the inquiry in each row of its
 * messages; those after the first are told apart by their content. A row that names none is known by buyer, instant and text.
 */
function messageId(record: InquiryRow, buyerId: string, seen: ReadonlyMap<string, KnownMessage>): string {
  const content = [buyerId, record.received_at!.toISOString(), record.direction ?? 'theirs', record.message!];
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 32);
  if (record.external_id === null) return `imported:${hash}`;
  const other = seen.get(record.external_id);
  const same =
    !other ||
    other.text === record.message ||
    Math.abs(other.sentAt.getTime() - record.received_at!.getTime()) < SAME_MS;
  return same ? record.external_id : `${record.external_id}#${hash}`;
}

/** A row without any id of a thread goes to the one thread that the buyer has from files. */
function threadId(record: InquiryRow, buyerId: string): string {
  return record.conversation_id ?? record.external_id ?? `imported:${buyerId}`;
}

/** What was asked for stands nowhere else in a conversation: the text stays the buyer's own words. */
function subjectOf({ subject, product, quantity }: InquiryRow): string | null {
  if (subject !== null || product === null) return subject;
  return quantity === null ? product : `${product} × ${quantity}`;
}

/**
 * The row says that it was dealt with, but not when: its answer cannot be measured, and it must not wait for another. An answer
 * that comes before the question tells no time either.
 */
function isOver({ status, reply, replied_at, received_at }: InquiryRow): boolean {
  const measured = reply !== null && replied_at !== null && replied_at >= received_at!;
  return !measured && (reply !== null || status === 'answered' || status === 'closed');
}

function decisionsOf({ status, received_at, replied_at }: InquiryRow): NonNullable<Incoming['decisions']> {
  const verb = status === 'spam' ? INQUIRY_SPAM_REPORTED : status === 'declined' ? INQUIRY_DECLINED : null;
  // After the message, whatever order the log gives to two entries of one instant.
  const at = new Date(Math.max(received_at!.getTime() + 1, replied_at?.getTime() ?? 0));
  return verb ? [{ verb, at }] : [];
}
