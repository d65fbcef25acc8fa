import { ArgsType, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { BuyerGrade } from '@dangol/crm';
import { IsString } from 'class-validator';
import { BuyerGradeEnum } from '../platform/graphql/grade.enums.ts';
import { Money } from '../platform/graphql/money.type.ts';
import { BigIntScalar, LocalDate } from '../platform/graphql/scalars.ts';
import { moneyField } from '../platform/permissions/field-permissions.ts';

@ArgsType()
export class PeriodArgs {
  @Field(() => LocalDate, { description: 'First day, in the zone of the workspace.' })
  @IsString()
  from!: string;

  @Field(() => LocalDate, { description: 'Last day, not before the first and less than 5 years and a day after it.' })
  @IsString()
  to!: string;
}

@ObjectType({ description: 'How many of those who asked became customers.' })
export class ConversionRow {
  @Field({
    description:
      'A, B, C: the grade now, C with those not graded yet. L1 to L4: the platform level now; NONE: those without one.',
  })
  key!: string;

  @Field(() => Int, { description: 'Buyers there are.' })
  buyers!: number;

  @Field(() => Int, { description: 'Of them, those whose first inquiry (spam left out) lies in the period.' })
  inquirers!: number;

  @Field(() => Int, { description: 'Of these, those with a paid order after that inquiry, until now.' })
  ordered!: number;

  @Field(() => Float, { nullable: true, description: 'ordered / inquirers, 0 to 1; null when nobody asked.' })
  rate!: number | null;
}

@ObjectType({ description: 'Order value of one grade.' })
export class OrderValueRow {
  @Field(() => BuyerGradeEnum, { nullable: true, description: 'The grade now; C with those not graded yet.' })
  grade!: BuyerGrade | null;

  @Field(() => Int, { description: 'Orders paid in the period.' })
  orders!: number;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Their mean, base currency; null when there is none, or without money:read.',
  })
  averageOrder!: Money | null;
}

@ObjectType({ description: 'Revenue of one month.' })
export class RevenueMonth {
  @Field({ description: 'YYYY-MM in the zone of the workspace; of the first and last only the days of the period.' })
  month!: string;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'From first orders, base currency; null without money:read.',
  })
  first!: Money | null;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'From second and later orders, base currency; null without money:read.',
  })
  repeat!: Money | null;
}

@ObjectType({ description: 'First orders of one size.' })
export class OrderBand {
  @Field(() => BigIntScalar, { description: 'From this value on, minor units of the base currency.' })
  fromMinor!: bigint;

  @Field(() => BigIntScalar, { nullable: true, description: 'Below this value; null for the last band.' })
  toMinor!: bigint | null;

  @Field(() => Int, { description: 'First orders of buyers, paid in the period.' })
  orders!: number;
}

@ObjectType({ description: 'Customers of one country.' })
export class CountryRow {
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2; null where it is not known.' })
  country!: string | null;

  @Field(() => Int, { description: 'Buyers who paid an order in the period: new and repeat ones.' })
  buyers!: number;

  @Field(() => Int, { description: 'Those whose first paid order lies in the period.' })
  newBuyers!: number;

  @Field(() => Int, { description: 'Those who had paid an order before the period.' })
  repeatBuyers!: number;

  @Field(() => Int, { description: 'Orders paid in the period.' })
  orders!: number;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Their sum, base currency; null without money:read.',
  })
  revenue!: Money | null;
}

@ObjectType({
  description:
    'What buyers did in a period. An order counts from its payment, and not when it is a sample or cancelled; money is in the base currency at the rate of each order.',
})
export class BuyerInsights {
  @Field(() => LocalDate, { description: 'First day.' })
  from!: string;

  @Field(() => LocalDate, { description: 'Last day.' })
  to!: string;

  @Field({ description: 'Currency of every amount, ISO 4217.' })
  baseCurrency!: string;

  @Field(() => [ConversionRow], { description: 'A, B, C, then L1 to L4 and NONE.' })
  conversion!: ConversionRow[];

  @Field(() => [OrderValueRow], { description: 'A, B, C.' })
  orderValues!: OrderValueRow[];

  @Field(() => [RevenueMonth], { description: 'Every month of the period, oldest first.' })
  revenue!: RevenueMonth[];

  @Field(() => [OrderBand], {
    description:
      'First orders by size: 0, 200, 400, 800, 1,200 units of the base currency and more. Empty without money:read.',
  })
  firstOrderBands!: OrderBand[];

  @Field(() => [CountryRow], { description: 'Countries with orders in the period, most orders first.' })
  countries!: CountryRow[];

  @Field(() => Float, {
    nullable: true,
    description: 'Buyers with two paid orders or more by those with one or more, up to the last day; null without any.',
  })
  repeatRate!: number | null;

  @Field(() => Float, { nullable: true, description: 'The same, one year before the last day.' })
  repeatRateBefore!: number | null;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Paid in the period for second and later orders; null without money:read.',
  })
  reorderRevenue!: Money | null;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Paid in the period for first orders; null without money:read.',
  })
  firstRevenue!: Money | null;

  @Field(() => Float, {
    nullable: true,
    middleware: [moneyField],
    description: 'reorderRevenue of both, 0 to 1; null while nothing is paid, or without money:read.',
  })
  reorderShare!: number | null;

  @Field(() => Int, {
    description: 'Senders (an identity on a channel) who first wrote in the period.',
  })
  senders!: number;

  @Field(() => Int, {
    description: 'Buyer cards of these senders; equal to senders, but for buyers who write from several identities.',
  })
  buyersOfSenders!: number;
}
