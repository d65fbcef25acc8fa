import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { BuyerGrade, PlatformLevel } from '@dangol/crm';
import { ArrayMaxSize, IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { connectionOf } from '../platform/graphql/connection.ts';
import { BuyerGradeEnum, PlatformLevelEnum } from '../platform/graphql/grade.enums.ts';
import { Money } from '../platform/graphql/money.type.ts';
import { Node } from '../platform/graphql/node.type.ts';
import { BigIntScalar, DateTime, JsonScalar } from '../platform/graphql/scalars.ts';

@ObjectType({ description: 'A fact behind a factor of the grade.' })
export class GradeInput {
  @Field({ description: 'Name of the fact.' })
  key!: string;

  @Field({ description: 'Its value as text; money in minor units of the rules’ currency. Empty when unknown.' })
  value!: string;

  @Field(() => Float, { description: 'Points it gives. An unknown fact counts 40 % of its weight, never zero.' })
  points!: number;

  @Field({ description: 'False when it is unknown.' })
  known!: boolean;

  @Field(() => String, { nullable: true, description: 'Where it was learned.' })
  source!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was learned.' })
  asOf!: Date | null;
}

@ObjectType({ description: 'One of the four things a grade is made of.' })
export class GradeFactor {
  @Field({ description: 'orderScale, companySize, intent or platformLevel.' })
  key!: string;

  @Field(() => Float, { description: 'Points reached.' })
  points!: number;

  @Field(() => Float, { description: 'Points possible.' })
  max!: number;

  @Field({ description: 'True when at least one of its facts is known.' })
  known!: boolean;

  @Field(() => [GradeInput], { description: 'The facts behind it.' })
  inputs!: GradeInput[];
}

@ObjectType({ description: 'Points taken off.' })
export class GradeDeduction {
  @Field({ description: 'lostDispute, unpaidOrder or spamReport.' })
  key!: string;

  @Field(() => Int, { description: 'How often.' })
  count!: number;

  @Field(() => Float, { description: 'Points taken off in all.' })
  points!: number;
}

@ObjectType({ description: 'Why a buyer has its grade: factors less deductions give the score.' })
export class GradeExplanation {
  @Field(() => Float, { description: '0 to 100.' })
  score!: number;

  @Field(() => BuyerGradeEnum, { description: 'The grade that the rules computed.' })
  computedGrade!: BuyerGrade;

  @Field({ description: 'Too little is known: at most B until more is.' })
  provisional!: boolean;

  @Field({ description: 'low, medium or high, by how much is known.' })
  confidence!: string;

  @Field(() => [GradeFactor], { description: 'The four factors.' })
  factors!: GradeFactor[];

  @Field(() => [GradeDeduction], { description: 'What was taken off.' })
  deductions!: GradeDeduction[];

  @Field(() => [String], { description: 'Names of the unknown facts.' })
  missing!: string[];

  @Field(() => Int, { description: 'Version of the grading rules.' })
  rulesVersion!: number;

  @Field({ description: 'ISO 4217 code of the money facts.' })
  currency!: string;

  @Field(() => DateTime, { description: 'When it was computed.' })
  computedAt!: Date;

  @Field({ description: 'The score alone would give another grade, but is not 3 points past the bound.' })
  heldByHysteresis!: boolean;
}

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

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number as given.' })
  phone!: string | null;
}

@ObjectType({ implements: () => Node, description: 'An order of the buyer.' })
export class BuyerOrder extends Node {
  @Field({ description: 'Order number on its channel.' })
  externalId!: string;

  @Field({ description: 'State of the order.' })
  state!: string;

  @Field(() => DateTime, { description: 'When it was placed.' })
  placedAt!: Date;

  @Field(() => Money, { description: 'Total in its own currency.' })
  total!: Money;
}

@ObjectType({ description: 'A page of orders, newest first.' })
export class BuyerOrderConnection extends connectionOf('BuyerOrder', BuyerOrder) {}

@ObjectType({ description: 'Paid orders in short.' })
export class OrderSummary {
  @Field(() => Int, { description: 'Paid orders.' })
  count!: number;

  @Field(() => Money, { description: 'Their total in the base currency, each at the rate of its day.' })
  total!: Money;

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
}

@ObjectType({ description: 'A page of buyers: by grade, level, then id.' })
export class BuyerConnection extends connectionOf('Buyer', BuyerRow) {}

@InputType({ description: 'Which buyers. Several values of one filter mean any of them.' })
export class BuyerFilter {
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

  @Field(() => [String], { nullable: true, description: 'Countries, ISO 3166-1 alpha-2.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @Matches(/^[A-Z]{2}$/, { each: true })
  country?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Looked after by this member.' })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;
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

  @Field(() => Int, { nullable: true, description: 'Employees.' })
  employees!: number | null;

  @Field(() => String, { nullable: true, description: 'Web site.' })
  webSite!: string | null;

  @Field(() => String, { nullable: true, description: 'distributor, brand, chain, retailer or other.' })
  companyType!: string | null;

  @Field(() => BuyerGradeEnum, { nullable: true, description: 'Our grade.' })
  grade!: BuyerGrade | null;

  @Field(() => PlatformLevelEnum, { nullable: true, description: "The platform's level, best identity." })
  platformLevel!: PlatformLevel | null;

  @Field(() => GradeExplanation, { nullable: true, description: 'Why the buyer has its grade.' })
  gradeExplanation!: GradeExplanation | null;

  @Field(() => [String], { description: 'firstOrder or repeat, by rule.' })
  tags!: string[];

  @Field(() => DateTime, { description: 'When the buyer was registered.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Our last delivered reply.' })
  lastContactAt!: Date | null;

  ownerId!: string | null;
}
