import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BuyerRow } from '../buyers/index.ts';
import { Money } from '../platform/graphql/money.type.ts';
import { Node } from '../platform/graphql/node.type.ts';
import { DateTime, JsonScalar } from '../platform/graphql/scalars.ts';
import { moneyField } from '../platform/permissions/field-permissions.ts';
import { Member } from '../workspaces/index.ts';

/** Where an announcement stands. */
export enum AnnouncementState {
  DRAFT = 'draft',
  SENT = 'sent',
}
registerEnumType(AnnouncementState, {
  name: 'AnnouncementState',
  description: 'Where an announcement stands. DRAFT: nothing has left.',
});

/** Where one buyer stands in it. */
export enum RecipientState {
  READY = 'ready',
  SKIPPED = 'skipped',
  SENT = 'sent',
}
registerEnumType(RecipientState, {
  name: 'RecipientState',
  description: 'READY: will be written to. SKIPPED: left out, see skipReason.',
});

/** Why a buyer is left out. */
export enum SkipReason {
  NO_CHANNEL = 'no_channel',
  NO_CONSENT = 'no_consent',
  WAITING = 'waiting',
  BY_HAND = 'by_hand',
}
registerEnumType(SkipReason, {
  name: 'SkipReason',
  description:
    'NO_CHANNEL: no conversation on a channel that can send. NO_CONSENT: said no to messages or marketing. WAITING: waits for an answer, which comes first. BY_HAND: somebody left the buyer out.',
});

@ObjectType({ description: 'A product that is announced.' })
export class AnnouncedProduct {
  @Field(() => ID, { description: 'The product.' })
  id!: string;

  @Field({ description: 'Its code.' })
  code!: string;

  @Field({ description: 'Its English name, else the first.' })
  name!: string;
}

@ObjectType({ description: 'A buyer of the segment, with the text for them and what became of it.' })
export class AnnouncementRecipient {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => BuyerRow, { description: 'The buyer.' })
  buyer!: BuyerRow;

  @Field({ description: 'The text for this buyer, as it will be or was sent.' })
  text!: string;

  @Field(() => RecipientState, { description: 'Where it stands.' })
  state!: RecipientState;

  @Field(() => SkipReason, { nullable: true, description: 'Why the buyer is left out.' })
  skipReason!: SkipReason | null;

  @Field(() => ID, { nullable: true, description: 'The conversation it goes to.' })
  conversationId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Delivery of the message: queued, sending, delivered, failed, cancelled.',
  })
  deliveryStatus!: string | null;

  @Field(() => DateTime, { nullable: true, description: "The buyer's first message within 30 days after it." })
  repliedAt!: Date | null;

  @Field(() => Int, { description: 'Orders paid within 90 days after it; no samples, none cancelled.' })
  ordersAfter!: number;

  buyerId!: string;
}

@ObjectType({ implements: () => Node, description: 'News of products, sent to chosen buyers in their conversations.' })
export class Announcement extends Node {
  @Field({ description: 'Name for the team, 1 to 120 characters.' })
  name!: string;

  @Field({ description: 'Text; {name} and {products} are filled in for each buyer.' })
  text!: string;

  @Field(() => AnnouncementState, { description: 'Where it stands.' })
  state!: AnnouncementState;

  @Field(() => String, { nullable: true, description: 'Search by which the buyers were chosen.' })
  search!: string | null;

  @Field(() => JsonScalar, { description: 'BuyerFilter by which the buyers were chosen, as JSON.' })
  filter!: unknown;

  @Field(() => [AnnouncedProduct], { description: 'The products, by code.' })
  products!: AnnouncedProduct[];

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was sent.' })
  sentAt!: Date | null;

  @Field(() => Member, { nullable: true, description: 'Who sent it.' })
  sentBy!: Member | null;

  @Field(() => Int, { description: 'Buyers who will be written to.' })
  readyCount!: number;

  @Field(() => Int, { description: 'Buyers who are left out.' })
  skippedCount!: number;

  @Field(() => Int, { description: 'Messages sent and not taken back.' })
  sentCount!: number;

  @Field(() => Int, { description: 'Buyers who wrote within 30 days after it.' })
  repliedCount!: number;

  @Field(() => Int, { description: 'Buyers with an order paid within 90 days after it.' })
  orderedCount!: number;

  @Field(() => [Money], {
    nullable: true,
    middleware: [moneyField],
    description: 'Sum of those orders by currency; null without money:read.',
  })
  orderedTotals!: Money[] | null;

  @Field({ description: 'True while messages of it can still be taken back.' })
  canTakeBack!: boolean;

  sentById!: string | null;
}
