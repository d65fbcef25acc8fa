import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { BuyerGrade, PlatformLevel } from '@dangol/crm';
import { ArrayMaxSize, IsEnum, IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { BuyerGradeEnum, PlatformLevelEnum } from '../platform/graphql/grade.enums.ts';
import { connectionOf } from '../platform/graphql/connection.ts';
import { Node } from '../platform/graphql/node.type.ts';
import { DateTime } from '../platform/graphql/scalars.ts';
import { ChannelPlatform } from '../channels/index.ts';

/** Where a conversation stands. */
export enum ConversationStatus {
  WAITING = 'waiting',
  ANSWERED = 'answered',
  DECLINED = 'declined',
  SPAM = 'spam',
  CLOSED = 'closed',
}
registerEnumType(ConversationStatus, {
  name: 'ConversationStatus',
  description: 'WAITING: a buyer waits for our first response.',
});

/** Who wrote, or for whom it is. */
export enum MessageDirection {
  INBOUND = 'inbound',
  OUTBOUND = 'outbound',
  NOTE = 'note',
  CALL = 'call',
}
registerEnumType(MessageDirection, {
  name: 'MessageDirection',
  description: 'NOTE: internal, never sent.',
  valuesMap: { CALL: { description: 'A call that a person logged; it counts as a reply.' } },
});

/** How far a reply has come. */
export enum DeliveryStatus {
  QUEUED = 'queued',
  SENDING = 'sending',
  DELIVERED = 'delivered',
  FAILED = 'failed',
  CANCELLED = 'cancelled',
}
registerEnumType(DeliveryStatus, { name: 'DeliveryStatus', description: 'QUEUED replies can still be taken back.' });

/** The lists of the inbox. */
export enum InboxView {
  WAITING = 'WAITING',
  MINE = 'MINE',
  SNOOZED = 'SNOOZED',
  ANSWERED = 'ANSWERED',
  CLOSED = 'CLOSED',
  ALL = 'ALL',
}
registerEnumType(InboxView, {
  name: 'InboxView',
  description: 'WAITING and MINE (waiting, assigned to the viewer) in queue order; the others by the newest message.',
  valuesMap: { SNOOZED: { description: 'Waiting and snoozed: hidden from the queue until the snooze ends.' } },
});

/** Narrow row for lists: ready to show, nothing behind it needs another query. */
@ObjectType({
  implements: () => Node,
  description: 'Narrow row for lists. Names and times are ready to show; nothing behind it needs another query.',
})
export class InboxRow extends Node {
  @Field(() => String, { nullable: true, description: 'Subject, where the channel has one.' })
  subject!: string | null;

  @Field(() => ConversationStatus, { description: 'Where the conversation stands.' })
  status!: ConversationStatus;

  @Field({ description: 'Beginning of the newest message, one line.' })
  preview!: string;

  @Field(() => DateTime, { description: 'When the newest message was sent.' })
  lastMessageAt!: Date | string;

  @Field(() => MessageDirection, { description: 'Who sent the newest message.' })
  lastDirection!: MessageDirection;

  @Field(() => Int, { description: 'Messages without notes.' })
  messageCount!: number;

  @Field(() => DateTime, { nullable: true, description: 'Start of the oldest unanswered buyer message.' })
  waitingSince!: Date | string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the first response is due; null when nobody waits.' })
  dueAt!: Date | string | null;

  @Field({ description: 'Overdue or under an hour of wall-clock time left at asOf.' })
  urgent!: boolean;

  @Field(() => ID, { description: 'The buyer.' })
  buyerId!: string;

  @Field({ description: "The buyer's name." })
  buyerName!: string;

  @Field(() => String, { nullable: true, description: "The buyer's company." })
  buyerCompany!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  buyerCountry!: string | null;

  @Field(() => BuyerGradeEnum, { nullable: true, description: 'Our grade of the buyer.' })
  grade!: BuyerGrade | null;

  @Field(() => PlatformLevelEnum, { nullable: true, description: "The platform's level for the buyer." })
  platformLevel!: PlatformLevel | null;

  @Field(() => ID, { description: 'The channel.' })
  channelId!: string;

  @Field({ description: 'Name of the channel.' })
  channelName!: string;

  @Field(() => ChannelPlatform, { description: 'Platform of the channel.' })
  channelPlatform!: ChannelPlatform;

  @Field(() => ID, { nullable: true, description: 'The member who has it.' })
  assigneeId!: string | null;

  @Field(() => String, { nullable: true, description: "That member's name." })
  assigneeName!: string | null;

  @Field(() => DeliveryStatus, {
    nullable: true,
    description: 'State of our last reply while it is not delivered yet.',
  })
  pendingDelivery!: DeliveryStatus | null;

  @Field(() => String, {
    nullable: true,
    description: 'Category of the newest inquiry, a triage code; null before triage.',
  })
  topic!: string | null;

  @Field(() => String, { nullable: true, description: "Language of the buyer's words, ISO 639-1." })
  language!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Hidden from the queue until then.' })
  snoozedUntil!: Date | string | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when an answer was promised in a holding reply.' })
  promisedFor!: Date | string | null;
}

@ObjectType({ description: 'Urgent first, then grade, level, time left. Pages after the first keep asOf.' })
export class InboxConnection extends connectionOf('Inbox', InboxRow) {
  @Field(() => DateTime, { description: 'The instant that the order was computed for.' })
  asOf!: Date;
}

/** Values of one filter at a time. */
const MOST_VALUES = 50;

@InputType({ description: 'Which conversations. Several values of one filter mean any of them.' })
export class InboxFilter {
  @Field(() => InboxView, { defaultValue: InboxView.WAITING, description: 'The list.' })
  @IsEnum(InboxView)
  view: InboxView = InboxView.WAITING;

  @Field(() => [BuyerGradeEnum], { nullable: true, description: 'Grades.' })
  @IsOptional()
  @ArrayMaxSize(3)
  @IsIn(['A', 'B', 'C'], { each: true })
  grade?: BuyerGrade[] | null;

  @Field(() => [PlatformLevelEnum], { nullable: true, description: 'Platform levels.' })
  @IsOptional()
  @ArrayMaxSize(4)
  @IsIn(['L1', 'L2', 'L3', 'L4'], { each: true })
  platformLevel?: PlatformLevel[] | null;

  @Field(() => [ID], { nullable: true, description: 'Channels.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @IsUUID('all', { each: true })
  channelId?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Assigned to this member.' })
  @IsOptional()
  @IsUUID()
  assigneeId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Countries of the buyer, ISO 3166-1 alpha-2.' })
  @IsOptional()
  @ArrayMaxSize(MOST_VALUES)
  @Matches(/^[A-Z]{2}$/, { each: true })
  country?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Languages of the conversation, ISO 639-1.' })
  @IsOptional()
  @ArrayMaxSize(MOST_VALUES)
  @Matches(/^[a-z]{2,3}$/, { each: true })
  language?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Topics.' })
  @IsOptional()
  @ArrayMaxSize(MOST_VALUES)
  @Matches(/^[a-z][a-z_]{0,39}$/, { each: true })
  topic?: string[] | null;
}

@ObjectType({ description: 'How many conversations of a list have a value.' })
export class InboxFacet {
  @Field({ description: 'The value, as the filter takes it.' })
  value!: string;

  @Field(() => Int, { description: 'Conversations with it; counting stops at 1,000.' })
  count!: number;
}

@ObjectType({
  description:
    'What a list can be narrowed by. Counts are of the list with all other filters in force, at most 1,000 each.',
})
export class InboxFacets {
  @Field(() => [InboxFacet], { description: 'Countries of the buyers; most conversations first.' })
  countries!: InboxFacet[];

  @Field(() => [InboxFacet], { description: "Languages of the buyers' words; most conversations first." })
  languages!: InboxFacet[];

  @Field(() => [InboxFacet], { description: 'Topics; most conversations first.' })
  topics!: InboxFacet[];
}

/** How much waits; counting stops at 1,000. */
@ObjectType({ description: 'How much waits. Counting stops at 1,000.' })
export class InboxCounts {
  @Field(() => Int, { description: 'Conversations that wait for a first response.' })
  waiting!: number;

  @Field(() => Int, { description: 'Of those, assigned to the viewer.' })
  mine!: number;

  @Field(() => Int, { description: 'Of those, past due.' })
  overdue!: number;

  @Field(() => Int, { description: 'Of those, overdue or under an hour left.' })
  urgent!: number;

  @Field(() => Int, { description: 'Waiting and snoozed.' })
  snoozed!: number;

  @Field(() => Int, { description: 'Closed although the buyer still waits: the clock runs on.' })
  closedUnanswered!: number;
}
