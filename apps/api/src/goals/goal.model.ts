import { createUnionType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { BuyerGrade } from '@dangol/crm';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsDefined,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { BuyerGradeEnum } from '../platform/graphql/grade.enums.ts';
import { Money } from '../platform/graphql/money.type.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { BigIntScalar, LocalDate } from '../platform/graphql/scalars.ts';
import { InvalidField } from '../platform/graphql/shared-refusals.ts';
import { StorableText } from '../platform/graphql/storable-text.ts';
import { moneyField } from '../platform/permissions/field-permissions.ts';
import { Member } from '../workspaces/index.ts';

/** Whom a goal counts. */
export enum GoalCounted {
  ALL = 'all',
  ORDERED = 'ordered',
  REPEAT = 'repeat',
  PLATFORM_LEVEL = 'platform_level',
}
registerEnumType(GoalCounted, {
  name: 'GoalCounted',
  description:
    'Which buyers a goal counts; the team chooses, because the term in the source ("counted buyers") is unclear. ORDERED: one paid order or more. REPEAT: two or more. PLATFORM_LEVEL: known to a platform with a level.',
});

@ObjectType({ description: 'One group of a goal: so many buyers of a grade times their average order value.' })
export class GoalGroup {
  @Field(() => BuyerGradeEnum, { description: 'The grade.' })
  grade!: BuyerGrade;

  @Field(() => Int, { description: 'Buyers planned.' })
  buyers!: number;

  @Field(() => Money, { description: 'Average order value planned.' })
  averageOrder!: Money;

  @Field(() => Money, { description: 'Buyers times average order value, exactly.' })
  product!: Money;

  @Field(() => Int, { description: 'Buyers of the grade who count now; C holds those not graded yet.' })
  buyersNow!: number;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Their average paid order of the last 12 months; null when there is none, or without money:read.',
  })
  averageOrderNow!: Money | null;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Paid by them in the year of the goal; null without money:read.',
  })
  paid!: Money | null;
}

@ObjectType({ description: 'What the groups of a goal come to, and what came in.' })
export class GoalPlan {
  @Field(() => Money, { description: 'Sum of buyers times average order value, exactly.' })
  product!: Money;

  @Field(() => Money, { description: 'Target less product; negative when the plan passes the target.' })
  gap!: Money;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description:
      'Paid in the year of the goal by the buyers who count, of every grade; orders that are no sample and not cancelled. Null without money:read.',
  })
  paid!: Money | null;

  @Field(() => Float, {
    nullable: true,
    middleware: [moneyField],
    description: 'Paid in percent of the target; null without money:read.',
  })
  progressPercent!: number | null;

  @Field(() => Float, {
    nullable: true,
    middleware: [moneyField],
    description:
      'Part of what is paid, 0 to 1, from second and later orders of a buyer; null while nothing is paid, or without money:read.',
  })
  reorderShare!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Buyers who would reach the target at the plan's mean order value, rounded up; null when the plan comes to nothing or the number passes 2^31.",
  })
  buyersNeeded!: number | null;
}

@ObjectType({ description: 'A goal of a year: a target in money, and how it is to be reached.' })
export class Goal {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'Name, 1 to 80 characters.' })
  name!: string;

  @Field(() => Int, { description: 'Year whose paid orders count, in the zone of the workspace.' })
  year!: number;

  @Field(() => Money, { description: 'The target.' })
  target!: Money;

  @Field(() => GoalCounted, { description: 'Which buyers count.' })
  counted!: GoalCounted;

  @Field(() => [GoalGroup], { description: 'The groups, as entered.' })
  groups!: GoalGroup[];

  @Field(() => GoalPlan, { description: 'What they come to, and what came in.' })
  plan!: GoalPlan;

  @Field(() => LocalDate, { description: 'When the target is to be reached.' })
  dueOn!: string;

  @Field(() => Member, { nullable: true, description: 'Who answers for it.' })
  owner!: Member | null;
}

@InputType({ description: 'One group of a goal.' })
export class GoalGroupInput {
  @Field(() => BuyerGradeEnum, { description: 'The grade; each at most once.' })
  @IsEnum(BuyerGradeEnum)
  grade!: BuyerGrade;

  @Field(() => Int, { description: 'Buyers, 0 to 10,000,000.' })
  @IsInt()
  buyers!: number;

  @Field(() => BigIntScalar, { description: 'Average order value in minor units, 0 to 100,000,000,000.' })
  @IsDefined()
  averageOrderMinor!: bigint;
}

@InputType({ description: 'A goal to save; the same id again changes it.' })
export class SaveGoalInput {
  @Field(() => ID, { description: 'Id of the goal, made by the client.' })
  @IsUUID()
  id!: string;

  @Field({ description: 'Name, 1 to 80 characters.' })
  @IsString()
  @MaxLength(200)
  @StorableText()
  name!: string;

  @Field(() => Int, { description: 'Year, 2000 to 2100.' })
  @IsInt()
  year!: number;

  @Field(() => BigIntScalar, { description: 'Target in minor units, above 0 and at most 10^18.' })
  @IsDefined()
  targetMinor!: bigint;

  @Field({ description: 'Currency, ISO 4217: the base currency, or one that has an exchange rate.' })
  @Matches(/^[A-Z]{3}$/)
  currency!: string;

  @Field(() => GoalCounted, { description: 'Which buyers count.' })
  @IsEnum(GoalCounted)
  counted!: GoalCounted;

  @Field(() => [GoalGroupInput], { description: '1 to 3 groups, each of another grade.' })
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => GoalGroupInput)
  groups!: GoalGroupInput[];

  @Field(() => ID, { nullable: true, description: 'Who answers for it; an active member.' })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;

  @Field(() => LocalDate, { description: 'When the target is to be reached; not before the year begins.' })
  @IsString()
  dueOn!: string;
}

/** Outcome of saving a goal. */
export const SaveGoalResult = createUnionType({
  name: 'SaveGoalResult',
  description: 'Outcome of saving a goal.',
  types: () => [Goal, InvalidField, NotFound] as const,
});
