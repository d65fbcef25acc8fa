import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { BuyerGrade, PlatformLevel } from '@dangol/crm';
import { ArrayMaxSize, IsBoolean, IsEnum, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { BuyerGradeEnum, PlatformLevelEnum } from '../platform/graphql/grade.enums.ts';
import { Money } from '../platform/graphql/money.type.ts';
import { Node } from '../platform/graphql/node.type.ts';
import { DateTime, DecimalScalar, LocalDate } from '../platform/graphql/scalars.ts';
import { StorableText } from '../platform/graphql/storable-text.ts';
import { SampleStageEnum } from './sample-stage.enum.ts';
import { BuyerStage } from './stage.model.ts';

/** What the columns of the board are. */
export enum BoardGroup {
  STAGE = 'stage',
  GRADE = 'grade',
}
registerEnumType(BoardGroup, { name: 'BoardGroup', description: 'What the columns of the board are.' });

@ObjectType({ implements: () => Node, description: 'A buyer on the board: ready to show.' })
export class BoardCard extends Node {
  @Field({ description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Company.' })
  company!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  country!: string | null;

  @Field(() => BuyerGradeEnum, { nullable: true, description: 'The grade that counts.' })
  grade!: BuyerGrade | null;

  @Field(() => BuyerGradeEnum, { nullable: true, description: 'What the rules say.' })
  computedGrade!: BuyerGrade | null;

  @Field({ description: 'A person set the grade against the rules.' })
  overridden!: boolean;

  @Field(() => PlatformLevelEnum, { nullable: true, description: "The platform's level, best identity." })
  platformLevel!: PlatformLevel | null;

  @Field(() => BuyerStage, { description: 'Where the buyer stands.' })
  stage!: BuyerStage;

  @Field(() => DateTime, { description: 'Since when.' })
  stageSince!: Date | string;

  @Field(() => String, { nullable: true, description: 'Member who looks after the buyer.' })
  ownerName!: string | null;

  @Field(() => ID, { nullable: true, description: 'That member.' })
  ownerId!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When our first response is due; null when nobody waits.' })
  waitingDueAt!: Date | string | null;

  @Field(() => Int, { description: 'Paid orders.' })
  orderCount!: number;

  @Field(() => Money, {
    nullable: true,
    description: 'Paid in the last 12 months, base currency; null without money:read.',
  })
  paidLastYear!: Money | null;

  @Field(() => SampleStageEnum, { nullable: true, description: 'Stage of the newest sample that is still open.' })
  openSample!: SampleStageEnum | null;
}

@ObjectType({ description: 'The rate that a total was converted at.' })
export class AppliedRate {
  @Field({ description: 'The currency, ISO 4217.' })
  currency!: string;

  @Field(() => DecimalScalar, { description: 'Base units for one unit of it.' })
  rate!: string;

  @Field(() => LocalDate, { description: 'The day it is of.' })
  onDate!: string;

  @Field({ description: 'Where it comes from.' })
  source!: string;
}

@ObjectType({ description: 'Sums of several currencies in the base currency.' })
export class ConvertedMoney {
  @Field(() => Money, { description: 'The total of those that have a rate.' })
  total!: Money;

  @Field(() => [AppliedRate], { description: 'The rates it was converted at; the base currency needs none.' })
  rates!: AppliedRate[];

  @Field(() => [String], { description: 'Currencies without a rate: not in the total.' })
  missing!: string[];
}

@ObjectType({ description: 'A column of the board; count and sums are of all its cards.' })
export class BoardColumn {
  @Field({ description: 'Name of the stage, or A, B, C, NONE.' })
  key!: string;

  @Field(() => BuyerStage, { nullable: true, description: 'The stage, on a board by stage.' })
  stage!: BuyerStage | null;

  @Field(() => BuyerGradeEnum, { nullable: true, description: 'The grade, on a board by grade; null for ungraded.' })
  grade!: BuyerGrade | null;

  @Field(() => Int, { description: 'Cards, loaded or not.' })
  count!: number;

  @Field(() => [Money], {
    description: 'Paid in the last 12 months by all its buyers, by currency; empty without money:read.',
  })
  sums!: Money[];

  @Field(() => ConvertedMoney, {
    nullable: true,
    description: 'The sums in the base currency; null without money:read.',
  })
  converted!: ConvertedMoney | null;

  @Field(() => [BoardCard], { description: 'The first cards: who waits first, then grade, level, id.' })
  cards!: BoardCard[];

  @Field(() => String, { nullable: true, description: 'Where boardColumn goes on.' })
  endCursor!: string | null;

  @Field({ description: 'There are more cards.' })
  hasMore!: boolean;

  @Field({ description: 'Cards may be moved here by hand.' })
  handMovable!: boolean;
}

@ObjectType({ description: 'The pipeline board.' })
export class Board {
  @Field(() => [BoardColumn], { description: 'The columns in their order, empty ones too.' })
  columns!: BoardColumn[];

  @Field(() => DateTime, { description: 'When it was read.' })
  asOf!: Date;

  @Field({ description: 'Base currency of the workspace.' })
  baseCurrency!: string;
}

@ObjectType({ description: 'More cards of a column.' })
export class BoardCardPage {
  @Field(() => [BoardCard], { description: 'The cards.' })
  cards!: BoardCard[];

  @Field(() => String, { nullable: true, description: 'Where the next page goes on.' })
  endCursor!: string | null;

  @Field({ description: 'There are more cards.' })
  hasMore!: boolean;
}

@InputType({ description: 'Which buyers. Several values of one filter mean any of them.' })
export class BoardFilter {
  @Field(() => ID, { nullable: true, description: 'Looked after by this member.' })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only buyers that nobody looks after.' })
  @IsOptional()
  @IsBoolean()
  unowned?: boolean | null;

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

  @Field(() => [ID], { nullable: true, description: 'Free tags.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  tagId?: string[] | null;

  @Field(() => [BuyerStage], { nullable: true, description: 'Stages.' })
  @IsOptional()
  @ArrayMaxSize(7)
  @IsEnum(BuyerStage, { each: true })
  stage?: BuyerStage[] | null;

  @Field(() => String, { nullable: true, description: 'What the buyer list searches for.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @StorableText()
  search?: string | null;
}
