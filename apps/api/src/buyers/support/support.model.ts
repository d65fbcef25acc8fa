import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Money } from '../../platform/graphql/money.type.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { moneyField } from '../../platform/permissions/field-permissions.ts';

/** What was given to a buyer to help it sell. */
export enum SupportKind {
  GUIDE = 'guide',
  ADVICE = 'advice',
  GIFT = 'gift',
  SAMPLE = 'sample',
}
registerEnumType(SupportKind, { name: 'SupportKind', description: 'What was given to a buyer to help it sell.' });

@ObjectType({ description: 'Something given to a buyer to help it sell.' })
export class SupportEntry {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => SupportKind, { description: 'What kind of help.' })
  kind!: SupportKind;

  @Field({ description: 'What it was.' })
  what!: string;

  @Field(() => DateTime, { description: 'When it was given.' })
  givenAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The sample it was.' })
  sampleId!: string | null;

  givenById!: string | null;
}

@ObjectType({ description: 'Paid orders on one side of the first support.' })
export class SupportPeriod {
  @Field(() => Int, { description: 'Paid orders.' })
  orders!: number;

  @Field(() => Int, { nullable: true, description: 'Median days between order days; null below two of them.' })
  medianIntervalDays!: number | null;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Mean order value in the base currency; null without orders or without money:read.',
  })
  averageOrder!: Money | null;
}

@ObjectType({ description: 'Growth support: what was given, and the orders before and after the first of it.' })
export class BuyerSupport {
  @Field(() => [SupportEntry], { description: 'What was given, newest first.' })
  entries!: SupportEntry[];

  @Field(() => DateTime, { nullable: true, description: 'When support began; orders paid from then on are after it.' })
  firstAt!: Date | null;

  @Field(() => SupportPeriod, { nullable: true, description: 'Before the first support; null without support.' })
  before!: SupportPeriod | null;

  @Field(() => SupportPeriod, { nullable: true, description: 'From the first support on; null without support.' })
  after!: SupportPeriod | null;
}

@ObjectType({ description: 'A product that a buyer asked about.' })
export class InquiredProduct {
  @Field({ description: 'Code of the product, as the assistant read it.' })
  slug!: string;

  @Field({ description: "Its name, in the workspace's language where there is one." })
  name!: string;

  @Field(() => Int, { description: 'Messages that asked about it.' })
  times!: number;

  @Field(() => DateTime, { description: 'The newest of them.' })
  lastAt!: Date;
}

@InputType({ description: 'Something given to a buyer. The client makes the id; sending it again changes nothing.' })
export class LogSupportInput {
  @Field(() => ID, { description: 'UUID v7 made by the client.' })
  @IsUUID()
  id!: string;

  @Field(() => ID, { description: 'The buyer.' })
  @IsUUID()
  buyerId!: string;

  @Field(() => SupportKind, { description: 'What kind of help.' })
  @IsEnum(SupportKind)
  kind!: SupportKind;

  @Field({ description: 'What it was, at most 1,000 characters.' })
  @IsString()
  @MaxLength(1000)
  what!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was given; now when left out, never later.' })
  @IsOptional()
  givenAt?: Date | null;

  @Field(() => ID, { nullable: true, description: 'The sample it was, one of the same buyer.' })
  @IsOptional()
  @IsUUID()
  sampleId?: string | null;
}
