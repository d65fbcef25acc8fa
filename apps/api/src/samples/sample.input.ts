import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { BuyerGrade } from '@dangol/crm';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsEnum,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { SampleStageEnum, StageRefused } from '../pipeline/index.ts';
import { BuyerGradeEnum } from '../platform/graphql/grade.enums.ts';
import { NotFound, Refusal } from '../platform/graphql/refusal.type.ts';
import { BigIntScalar } from '../platform/graphql/scalars.ts';
import { InvalidField } from '../platform/graphql/shared-refusals.ts';
import { StorableText } from '../platform/graphql/storable-text.ts';
import { SampleBudget, SampleKind, SampleQuote, SampleRequest } from './sample.model.ts';

const TEXT_LIMIT = 1000;

@InputType({ description: 'A line of a sample.' })
export class SampleItemInput {
  @Field({ description: 'What it is, up to 200 characters.' })
  @IsString()
  @MaxLength(200)
  @StorableText()
  description!: string;

  @Field(() => Int, { description: 'Pieces, 1 to 100,000.' })
  @IsInt()
  quantity!: number;

  @Field(() => BigIntScalar, { description: 'Of the whole line, minor units.' })
  @IsDefined()
  amountMinor!: bigint;
}

@InputType({ description: 'A sample to request. The same id again changes nothing.' })
export class RequestSampleInput {
  @Field(() => ID, { description: 'Made by the client.' })
  @IsUUID()
  id!: string;

  @Field(() => ID, { description: 'The buyer.' })
  @IsUUID()
  buyerId!: string;

  @Field(() => ID, { nullable: true, description: 'The conversation it comes from.' })
  @IsOptional()
  @IsUUID()
  conversationId?: string | null;

  @Field(() => SampleKind, { defaultValue: SampleKind.EVALUATION, description: 'What it is for.' })
  @IsEnum(SampleKind)
  kind!: SampleKind;

  @Field(() => [SampleItemInput], { description: 'Its lines, 1 to 50.' })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => SampleItemInput)
  items!: SampleItemInput[];

  @Field(() => BigIntScalar, { description: 'Courier, minor units.' })
  @IsDefined()
  courierMinor!: bigint;

  @Field({ description: 'Currency of the amounts, ISO 4217.' })
  @IsString()
  @MaxLength(20)
  currency!: string;

  @Field({ description: 'What it must prove.' })
  @IsString()
  @MaxLength(TEXT_LIMIT)
  @StorableText()
  purpose!: string;

  @Field({ description: 'How we shall know.' })
  @IsString()
  @MaxLength(TEXT_LIMIT)
  @StorableText()
  successTest!: string;
}

@InputType({ description: 'A sample to quote.' })
export class QuoteSampleInput {
  @Field(() => ID, { description: 'The buyer.' })
  @IsUUID()
  buyerId!: string;

  @Field(() => BigIntScalar, { description: 'Goods, minor units.' })
  @IsDefined()
  goodsMinor!: bigint;

  @Field(() => BigIntScalar, { description: 'Courier, minor units.' })
  @IsDefined()
  courierMinor!: bigint;

  @Field({ description: 'Currency of the amounts, ISO 4217.' })
  @IsString()
  @MaxLength(20)
  currency!: string;

  @Field(() => SampleKind, { defaultValue: SampleKind.EVALUATION, description: 'What it is for.' })
  @IsEnum(SampleKind)
  kind!: SampleKind;
}

@InputType({ description: 'A step of a sample. Sent again it changes nothing.' })
export class AdvanceSampleInput {
  @Field(() => ID, { description: 'The sample.' })
  @IsUUID()
  id!: string;

  @Field(() => SampleStageEnum, { description: 'The stage to enter.' })
  @IsEnum(SampleStageEnum)
  to!: SampleStageEnum;

  @Field(() => String, { nullable: true, description: 'Why it is dropped; needed for DROPPED.' })
  @IsOptional()
  @IsString()
  @MaxLength(TEXT_LIMIT)
  @StorableText()
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'What the buyer said; needed for FEEDBACK.' })
  @IsOptional()
  @IsString()
  @MaxLength(TEXT_LIMIT)
  @StorableText()
  result?: string | null;

  @Field(() => ID, { nullable: true, description: "The buyer's paid order it led to; needed for CONVERTED." })
  @IsOptional()
  @IsUUID()
  orderId?: string | null;
}

@InputType({ description: "Another share than the policy's." })
export class OverrideSampleShareInput {
  @Field(() => ID, { description: 'The sample.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: "Buyer's share, 0 to 100 percent." })
  @IsInt()
  buyerSharePercent!: number;

  @Field({ description: 'Why; stays visible.' })
  @IsString()
  @MaxLength(TEXT_LIMIT)
  @StorableText()
  reason!: string;
}

@InputType({ description: 'Which samples. Several values of one filter mean any of them.' })
export class SampleFilter {
  @Field(() => [SampleStageEnum], { nullable: true, description: 'Stages.' })
  @IsOptional()
  @ArrayMaxSize(7)
  @IsEnum(SampleStageEnum, { each: true })
  stage?: SampleStageEnum[] | null;

  @Field(() => [BuyerGradeEnum], { nullable: true, description: 'Grades at the request.' })
  @IsOptional()
  @ArrayMaxSize(3)
  @IsIn(['A', 'B', 'C'], { each: true })
  grade?: BuyerGrade[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this buyer.' })
  @IsOptional()
  @IsUUID()
  buyerId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only open ones; false: only ended ones.' })
  @IsOptional()
  @IsBoolean()
  open?: boolean | null;
}

/** The amount cannot be converted to the base currency. */
@ObjectType({ implements: () => Refusal, description: 'There is no rate from this currency to the base currency.' })
export class NoExchangeRate extends Refusal {
  @Field({ description: 'The currency.' })
  readonly currency: string;

  constructor(currency: string) {
    super('NO_EXCHANGE_RATE', `no exchange rate for ${currency}`);
    this.currency = currency;
  }
}

@ObjectType({ description: 'The sample as it stands, and the budget of this month with it.' })
export class SampleSaved {
  @Field(() => SampleRequest, { description: 'The sample.' })
  sample!: SampleRequest;

  @Field(() => SampleBudget, { description: 'The budget of this month.' })
  budget!: SampleBudget;
}

/** Outcome of a change to a sample. */
export const SampleResult = createUnionType({
  name: 'SampleResult',
  description: 'Outcome of a change to a sample.',
  types: () => [SampleSaved, NotFound, InvalidField, StageRefused, NoExchangeRate] as const,
});

/** Outcome of a quote. */
export const SampleQuoteResult = createUnionType({
  name: 'SampleQuoteResult',
  description: 'Outcome of a quote.',
  types: () => [SampleQuote, NotFound, InvalidField, NoExchangeRate] as const,
});
