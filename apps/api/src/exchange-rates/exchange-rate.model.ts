import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsString, IsUUID, Matches } from 'class-validator';
import { DateTime, DecimalScalar, LocalDate } from '../platform/graphql/scalars.ts';
import { InvalidField } from '../platform/graphql/shared-refusals.ts';
import { Member } from '../workspaces/index.ts';

/** What one unit of a currency is worth in the base currency, from a day on. */
@ObjectType({
  description: 'What one unit of a currency is worth in the base currency, from a day until a newer rate.',
})
export class ExchangeRate {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'The currency, ISO 4217.' })
  currency!: string;

  @Field({ description: 'Currency that the rate counts in: the base currency of the workspace when it was set.' })
  baseCurrency!: string;

  @Field(() => DecimalScalar, { description: 'Base units for one unit of the currency.' })
  rate!: string;

  @Field(() => LocalDate, { description: 'First day it holds for.' })
  onDate!: string;

  @Field({ description: 'Where it comes from: entered by a member, or demo.' })
  source!: string;

  @Field(() => DateTime, { description: 'When it was set.' })
  createdAt!: Date;

  @Field(() => Member, { nullable: true, description: 'Who set it; null when it was brought in.' })
  createdBy!: Member | null;
}

/** A rate to set. */
@InputType({ description: 'A rate to set. A rate that stands for the same day is replaced.' })
export class SetExchangeRateInput {
  @Field(() => ID, { description: 'Id of the new rate, made by the client; sent again it changes nothing.' })
  @IsUUID()
  id!: string;

  @Field({ description: 'The currency, ISO 4217; not the base currency itself.' })
  @Matches(/^[A-Z]{3}$/)
  currency!: string;

  @Field(() => DecimalScalar, {
    description:
      'Base units for one unit of the currency: above 0, at most 12 significant digits, 10 of them after the point.',
  })
  @IsString()
  rate!: string;

  @Field(() => LocalDate, {
    description: 'First day it holds for; from 2000 on, not after today in the zone of the workspace.',
  })
  @IsString()
  onDate!: string;
}

/** Outcome of setting a rate. */
export const SetExchangeRateResult = createUnionType({
  name: 'SetExchangeRateResult',
  description: 'Outcome of setting a rate.',
  types: () => [ExchangeRate, InvalidField] as const,
});
