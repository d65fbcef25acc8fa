import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { BuyerGrade, PlatformLevel } from '@dangol/crm';
import { BuyerStage } from '../pipeline/index.ts';
import { connectionOf } from '../platform/graphql/connection.ts';
import { BuyerGradeEnum, PlatformLevelEnum } from '../platform/graphql/grade.enums.ts';
import { Money } from '../platform/graphql/money.type.ts';
import { Node } from '../platform/graphql/node.type.ts';
import { BigIntScalar, DateTime, JsonScalar } from '../platform/graphql/scalars.ts';
import { contactField, moneyField } from '../platform/permissions/field-permissions.ts';
import { GradeExplanation } from './grading/grade.model.ts';
import type { WantedBuyers } from './list/buyer-filter.input.ts';
import { Tag } from './tags/tag.model.ts';

@ObjectType({ description: 'How a channel knows the buyer.' })
export class BuyerIdentity {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'The channel.' })
  channelName!: string;

  @Field({ description: "The channel's id of the buyer." })
  externalId!: string;

  @Field(() => PlatformLevelEnum, { nullable: true, description: "The platform's level." })
  platformLevel!: PlatformLevel | null;

  @Field(() => String, { nullable: true, description: 'Name shown on the channel.' })
  displayName!: string | null;
}

@ObjectType({ description: 'A person at the buyer.' })
export class BuyerContact {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Name.' })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    middleware: [contactField],
    description:
      'E-mail address; null without contact:read. What somebody wrote in a message stays visible with the message.',
  })
  email!: string | null;

  @Field(() => String, {
    nullable: true,
    middleware: [contactField],
    description: 'Phone number, E.164 when it could be read so; null without contact:read.',
  })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'Language the person writes, ISO 639-1.' })
  language!: string | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone.' })
  timeZone!: string | null;
}

@ObjectType({ description: "A web or social page of the buyer's." })
export class BuyerLink {
  @Field({ description: 'What it is, such as Instagram.' })
  label!: string;

  @Field({ description: 'Its http(s) address.' })
  url!: string;
}

@ObjectType({ implements: () => Node, description: 'An order of the buyer.' })
export class BuyerOrder extends Node {
  @Field({ description: 'Order number on its channel.' })
  externalId!: string;

  @Field({ description: 'State of the order.' })
  state!: string;

  @Field(() => DateTime, { description: 'When it was placed.' })
  placedAt!: Date;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Total in its own currency; null without money:read.',
  })
  total!: Money | null;
}

@ObjectType({ description: 'A page of orders, newest first.' })
export class BuyerOrderConnection extends connectionOf('BuyerOrder', BuyerOrder) {}

@ObjectType({ description: 'Paid orders in short.' })
export class OrderSummary {
  @Field(() => Int, { description: 'Paid orders.' })
  count!: number;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Their total in the base currency, each at the rate of its day; null without money:read.',
  })
  total!: Money | null;

  @Field(() => DateTime, { nullable: true, description: 'The newest.' })
  lastOrderAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Median days between order days; null below two of them.' })
  usualGapDays!: number | null;
}

@ObjectType({ implements: () => Node, description: 'Narrow row of the buyer list.' })
export class BuyerRow extends Node {
  @Field({ description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Company.' })
  company!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  country!: string | null;

  @Field(() => BuyerGradeEnum, { nullable: true, description: 'Our grade.' })
  grade!: BuyerGrade | null;

  @Field(() => PlatformLevelEnum, { nullable: true, description: "The platform's level, best identity." })
  platformLevel!: PlatformLevel | null;

  @Field(() => String, { nullable: true, description: 'Member who looks after the buyer.' })
  ownerName!: string | null;

  @Field(() => Int, { description: 'Paid orders.' })
  orderCount!: number;

  @Field(() => DateTime, { nullable: true, description: 'Newest paid order.' })
  lastOrderAt!: Date | string | null;

  @Field(() => DateTime, { nullable: true, description: 'Our last delivered reply.' })
  lastContactAt!: Date | string | null;

  @Field({ description: 'A conversation waits for our first response.' })
  waiting!: boolean;

  @Field(() => [String], { description: 'firstOrder or repeat, by rule.' })
  tags!: string[];

  @Field(() => BuyerStage, { description: 'Stage in the pipeline.' })
  stage!: BuyerStage;

  @Field(() => [Tag], { description: 'Tags of the team, by name.' })
  freeTags!: Tag[];

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Paid in the last 12 months in the base currency, as last counted; null without money:read.',
  })
  paidLastYear!: Money | null;

  @Field({ description: 'The grade was set by hand.' })
  overridden!: boolean;
}

@ObjectType({ description: 'A page of buyers: by grade, level, then id.' })
export class BuyerConnection extends connectionOf('Buyer', BuyerRow) {
  /** The filter, kept for those who ask how many there are. */
  wanted!: WantedBuyers;
  /** What was counted for it, once asked. */
  counted?: Promise<{ count: number; capped: boolean }>;
}

@ObjectType({ description: "An event of the buyer's timeline." })
export class TimelineEvent {
  @Field(() => BigIntScalar, { description: 'Position in the event log.' })
  position!: string;

  @Field(() => DateTime, { description: 'When it happened.' })
  at!: Date;

  @Field({ description: 'What happened; tells the shape of data.' })
  verb!: string;

  @Field({ description: 'member, api_key, assistant, channel or system.' })
  actorKind!: string;

  @Field(() => String, { nullable: true, description: 'Name of the member or channel.' })
  actorName!: string | null;

  @Field({ description: 'Kind of thing it happened to.' })
  subjectKind!: string;

  @Field(() => ID, { description: 'Its id.' })
  subjectId!: string;

  @Field(() => ID, { nullable: true, description: 'The conversation it belongs to.' })
  conversationId!: string | null;

  @Field(() => JsonScalar, { description: 'Ids and non-personal values by verb.' })
  data!: unknown;
}

/** A company or person abroad who asks or orders. */
@ObjectType({ implements: () => Node, description: 'A company or person abroad who asks or orders.' })
export class Buyer extends Node {
  @Field({ description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Company.' })
  company!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  country!: string | null;

  @Field(() => String, { nullable: true, description: 'Language, ISO 639-1.' })
  language!: string | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone.' })
  timeZone!: string | null;

  @Field(() => String, { nullable: true, description: 'Postal address.' })
  address!: string | null;

  @Field(() => Int, { nullable: true, description: 'Employees.' })
  employees!: number | null;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'What it buys in a year, in the base currency; null when unknown or without money:read.',
  })
  annualPurchase!: Money | null;

  @Field(() => String, { nullable: true, description: 'Web site.' })
  webSite!: string | null;

  @Field(() => String, { nullable: true, description: 'distributor, brand, chain, retailer, sideSeller or other.' })
  companyType!: string | null;

  @Field(() => [BuyerLink], { description: 'Web and social pages.' })
  links!: BuyerLink[];

  @Field(() => BuyerGradeEnum, { nullable: true, description: 'The grade that holds: set by hand, else computed.' })
  grade!: BuyerGrade | null;

  @Field(() => BuyerGradeEnum, {
    nullable: true,
    description: 'What the rules say; differs from grade while an override stands.',
  })
  computedGrade!: BuyerGrade | null;

  @Field(() => PlatformLevelEnum, { nullable: true, description: "The platform's level, best identity." })
  platformLevel!: PlatformLevel | null;

  @Field(() => GradeExplanation, { nullable: true, description: 'Why the buyer has its grade.' })
  gradeExplanation!: GradeExplanation | null;

  @Field(() => BuyerStage, { description: 'Stage in the pipeline.' })
  stage!: BuyerStage;

  @Field(() => DateTime, { description: 'When it entered the stage.' })
  stageSince!: Date;

  @Field(() => [String], { description: 'firstOrder or repeat, by rule.' })
  tags!: string[];

  @Field(() => DateTime, { description: 'When the buyer was registered.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Our last delivered reply.' })
  lastContactAt!: Date | null;

  @Field({ description: 'E-mail addresses and phone numbers are left out: the role lacks contact:read.' })
  contactsHidden!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When its personal data was erased.' })
  erasedAt!: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Always null: who asks for a merged buyer gets the one it was merged into.',
  })
  mergedInto!: string | null;

  ownerId!: string | null;
  /** Values of custom fields by field id. */
  custom!: Record<string, string>;
}
