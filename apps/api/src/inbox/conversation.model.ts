import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../platform/graphql/connection.ts';
import { Node } from '../platform/graphql/node.type.ts';
import { DateTime } from '../platform/graphql/scalars.ts';
import { ConversationStatus, DeliveryStatus, MessageDirection } from './inbox.model.ts';
import { MessageAttachment } from './message-attachment.model.ts';

/** Whose words a message holds. */
export enum AuthorKind {
  BUYER = 'buyer',
  MEMBER = 'member',
  ASSISTANT = 'assistant',
  PLATFORM = 'platform',
}
registerEnumType(AuthorKind, {
  name: 'AuthorKind',
  description: "PLATFORM: our reply made in the marketplace's own app.",
});

@ObjectType({ implements: () => Node, description: 'A message or note of a conversation.' })
export class Message extends Node {
  @Field(() => MessageDirection, { description: 'Who sent it to whom.' })
  direction!: MessageDirection;

  @Field(() => AuthorKind, { description: 'Whose words they are.' })
  authorKind!: AuthorKind;

  @Field(() => String, { nullable: true, description: 'Name of the member or buyer who wrote it.' })
  authorName!: string | null;

  @Field({ description: "A person sent it, beginning from the assistant's draft." })
  aiAssisted!: boolean;

  @Field({ description: 'The text, exactly as written.' })
  text!: string;

  @Field({ description: 'It has HTML beside its text.' })
  hasHtml!: boolean;

  @Field(() => [MessageAttachment], { description: 'Files that came with it, or go with it.' })
  attachments!: MessageAttachment[];

  @Field(() => DateTime, { description: 'When it was written.' })
  sentAt!: Date;

  @Field(() => DeliveryStatus, {
    nullable: true,
    description: 'How far our reply has come; null for what is never delivered.',
  })
  deliveryStatus!: DeliveryStatus | null;

  @Field(() => String, { nullable: true, description: 'Why the last attempt failed.' })
  deliveryError!: string | null;

  @Field(() => Int, { description: 'Attempts so far.' })
  deliveryAttempts!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'While QUEUED: the reply leaves then, and can be taken back until then.',
  })
  deliverAt!: Date | null;

  @Field({ description: 'An out-of-office note, list mail or other automatic mail: it starts no clock.' })
  autoSubmitted!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'Until when this holding reply promises an answer.' })
  promisedFor!: Date | null;

  /** Position of the page; not part of the schema. */
  conversationId!: string;
}

@ObjectType({ description: 'A page of messages; edges are always oldest to newest.' })
export class MessageConnection extends connectionOf('Message', Message) {}

@ObjectType({ description: 'One span of the ledger of minutes behind a due time.' })
export class LedgerSpan {
  @Field(() => DateTime, { description: 'Start.' })
  from!: Date;

  @Field(() => DateTime, { description: 'End.' })
  to!: Date;

  @Field({ description: 'counted, closed or holiday.' })
  kind!: string;

  @Field(() => Int, { description: 'Length in whole minutes.' })
  minutes!: number;
}

@ObjectType({
  implements: () => Node,
  description: "What first response measures: from the buyer's oldest unanswered message to its end.",
})
export class Inquiry extends Node {
  @Field({ description: 'FIRST or NEXT.' })
  turn!: string;

  @Field(() => DateTime, { description: "The buyer's message that opened it." })
  openedAt!: Date;

  @Field({ description: 'open, answered, declined or spam.' })
  status!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null;

  @Field(() => DateTime, { description: 'When the first response is or was due.' })
  dueAt!: Date;

  @Field(() => Int, { description: 'Promised business minutes.' })
  targetMinutes!: number;

  @Field(() => Int, { nullable: true, description: 'Business minutes it took; null while open.' })
  businessMinutes!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Answered in time, exactly at due included; null while undecided.',
  })
  met!: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'First automatic reply; it stops nothing.' })
  firstAckAt!: Date | null;

  @Field(() => [LedgerSpan], { description: 'Every minute from opening to due, each accounted for once.' })
  ledger!: LedgerSpan[];

  @Field(() => Int, { description: 'Version of the SLA policy that decided.' })
  policyVersion!: number;

  @Field(() => Int, { description: 'Version of the business calendar that decided.' })
  calendarVersion!: number;
}

@ObjectType({ implements: () => Node, description: "A member's unsent reply, saved on the server." })
export class ReplyDraft extends Node {
  @Field({ description: 'What was typed so far.' })
  text!: string;

  @Field(() => ID, { nullable: true, description: "The assistant's draft that was inserted, if any." })
  draftId!: string | null;

  @Field(() => DateTime, { description: 'When it was saved.' })
  updatedAt!: Date;
}

/** One thread of one buyer on one channel. Buyer, channel, messages, draft are resolved behind it. */
@ObjectType({ implements: () => Node, description: 'One thread of one buyer on one channel.' })
export class Conversation extends Node {
  @Field(() => String, { nullable: true, description: 'Subject, where the channel has one.' })
  subject!: string | null;

  @Field(() => ConversationStatus, { description: 'Where it stands.' })
  status!: ConversationStatus;

  @Field(() => Int, {
    description: 'Counts up with each message; give it back when you reply, so that nobody talks over a colleague.',
  })
  revision!: number;

  @Field(() => DateTime, { nullable: true, description: 'Start of the oldest unanswered buyer message.' })
  waitingSince!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the first response is due; null when nobody waits.' })
  dueAt!: Date | null;

  @Field({ description: 'Overdue or under an hour of wall-clock time left.' })
  urgent!: boolean;

  @Field(() => DateTime, { description: 'When it was opened here.' })
  createdAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Category of the newest inquiry, a triage code; null before triage.',
  })
  topic!: string | null;

  @Field(() => String, { nullable: true, description: 'assistant or member; null before triage.' })
  topicBy!: string | null;

  @Field(() => String, { nullable: true, description: "Language of the buyer's words, ISO 639-1." })
  language!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Hidden from the queue until then.' })
  snoozedUntil!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it is hidden.' })
  snoozeReason!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when an answer was promised in a holding reply that left.',
  })
  promisedFor!: Date | null;

  buyerId!: string;
  channelId!: string;
  assigneeId!: string | null;
}
