import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { BUSINESS_TYPES, type BuyerGrade, type PlatformLevel } from '@dangol/crm';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEnum,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { BuyerStage } from '../../pipeline/index.ts';
import { BuyerGradeEnum, PlatformLevelEnum } from '../../platform/graphql/grade.enums.ts';
import { StorableText } from '../../platform/graphql/storable-text.ts';

/** How a custom field is compared. */
export enum CustomOperator {
  EQUALS = 'equals',
  CONTAINS = 'contains',
  AT_LEAST = 'at_least',
  AT_MOST = 'at_most',
  IS_SET = 'is_set',
  IS_EMPTY = 'is_empty',
}
registerEnumType(CustomOperator, {
  name: 'CustomOperator',
  description: 'AT_LEAST and AT_MOST compare numbers and dates; a filter that its field cannot answer finds nothing.',
});

@InputType({ description: 'A condition on a custom field. It goes by id: a renamed field stays filtered.' })
export class CustomFilter {
  @Field(() => ID, { description: 'The custom field.' })
  @IsUUID()
  fieldId!: string;

  @Field(() => CustomOperator, { description: 'How it is compared.' })
  @IsEnum(CustomOperator)
  operator!: CustomOperator;

  @Field(() => String, { nullable: true, description: 'What it is compared with; unused for IS_SET and IS_EMPTY.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  @StorableText()
  value?: string | null;
}

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

  @Field(() => [BuyerStage], { nullable: true, description: 'Stages of the pipeline.' })
  @IsOptional()
  @ArrayMaxSize(7)
  @IsEnum(BuyerStage, { each: true })
  stage?: BuyerStage[] | null;

  @Field(() => [ID], { nullable: true, description: 'Free tags.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  tagId?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Tags by rule: firstOrder, repeat, none.' })
  @IsOptional()
  @ArrayMaxSize(3)
  @IsIn(['firstOrder', 'repeat', 'none'], { each: true })
  ruleTag?: string[] | null;

  @Field(() => [CustomFilter], { nullable: true, description: 'Conditions on custom fields; all must hold.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => CustomFilter)
  custom?: CustomFilter[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Neither a delivered reply of ours nor a message of the buyer for so many days.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3650)
  noContactDays?: number | null;

  @Field(() => [String], { nullable: true, description: 'Company types.' })
  @IsOptional()
  @ArrayMaxSize(BUSINESS_TYPES.length)
  @IsIn(BUSINESS_TYPES, { each: true })
  companyType?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only buyers that nobody looks after.' })
  @IsOptional()
  @IsBoolean()
  unowned?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only buyers who wait for our first response.' })
  @IsOptional()
  @IsBoolean()
  waiting?: boolean | null;
}

/** A filter and a search as asked. */
export interface WantedBuyers {
  readonly filter: BuyerFilter;
  readonly search: string | null;
}
