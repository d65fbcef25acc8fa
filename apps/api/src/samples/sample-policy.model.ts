import { createUnionType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsInt, IsOptional } from 'class-validator';
import { Money } from '../platform/graphql/money.type.ts';
import { BigIntScalar, DateTime } from '../platform/graphql/scalars.ts';
import { InvalidField, RulesMoved } from '../platform/graphql/shared-refusals.ts';
import { moneyField } from '../platform/permissions/field-permissions.ts';
import { Member } from '../workspaces/index.ts';

@ObjectType('SamplePolicy', { description: 'How the cost of samples is shared, and what may be spent on them.' })
export class SamplePolicyType {
  @Field(() => Int, { description: 'Share that an A buyer pays, percent.' })
  shareA!: number;

  @Field(() => Int, { description: 'Share that a B buyer pays, percent.' })
  shareB!: number;

  @Field(() => Int, { description: 'Share that a C buyer, or an ungraded one, pays, percent.' })
  shareC!: number;

  @Field({
    description:
      'True: the share is of goods and courier. False: of the goods; the buyer pays the courier, unless its share is 0.',
  })
  includeCourier!: boolean;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Budget of a month, base currency; null without one, or without money:read.',
  })
  monthlyBudget!: Money | null;

  @Field(() => Int, { description: 'Percent of the budget from which on it warns.' })
  warnAtPercent!: number;
}

@ObjectType({ description: 'A version of the sample policy. Samples keep the version that they were requested under.' })
export class SamplePolicyVersion {
  @Field(() => Int, { description: '1, 2, 3, ...' })
  version!: number;

  @Field(() => SamplePolicyType, { description: 'The policy.' })
  policy!: SamplePolicyType;

  @Field(() => DateTime, { description: 'When it was saved.' })
  createdAt!: Date | string;

  @Field(() => Member, { nullable: true, description: 'Who saved it; null for the first.' })
  createdBy!: Member | null;
}

@InputType({ description: 'A policy to save as a new version.' })
export class SamplePolicyInput {
  @Field(() => Int, { description: 'Share that an A buyer pays, 0 to 100 percent.' })
  @IsInt()
  shareA!: number;

  @Field(() => Int, { description: 'Share that a B buyer pays, 0 to 100 percent.' })
  @IsInt()
  shareB!: number;

  @Field(() => Int, { description: 'Share that a C buyer, or an ungraded one, pays, 0 to 100 percent.' })
  @IsInt()
  shareC!: number;

  @Field({ description: 'The share is of goods and courier, else of the goods alone.' })
  @IsBoolean()
  includeCourier!: boolean;

  @Field(() => BigIntScalar, {
    nullable: true,
    description: 'Budget of a month in minor units of the base currency; null for none.',
  })
  @IsOptional()
  monthlyBudgetMinor?: bigint | null;

  @Field(() => Int, { description: 'Percent of the budget from which on it warns, 1 to 100.' })
  @IsInt()
  warnAtPercent!: number;

  @Field(() => Int, { description: 'The version that was edited.' })
  @IsInt()
  basedOn!: number;
}

/** Outcome of saving a policy. */
export const SaveSamplePolicyResult = createUnionType({
  name: 'SaveSamplePolicyResult',
  description: 'Outcome of saving a sample policy.',
  types: () => [SamplePolicyVersion, RulesMoved, InvalidField] as const,
});
