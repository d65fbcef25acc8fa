import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { BigIntScalar, LocalDate } from '../platform/graphql/scalars.ts';
import { StorableText } from '../platform/graphql/storable-text.ts';
import { ProductStatusEnum } from './product.enums.ts';

// Lengths and rules are those of `readProduct` in libs/crm, which answers as InvalidField; here only what it cannot be given.
/** Longest text that is looked at. */
export const MAX_TEXT = 20_000;

@InputType({ description: 'An amount of money.' })
export class MoneyInput {
  @Field(() => BigIntScalar, { description: 'Amount in minor units (cents, won).' })
  @IsDefined()
  minor!: bigint;

  @Field({ description: 'ISO 4217 code.' })
  @IsString()
  @MaxLength(20)
  @StorableText()
  currency!: string;
}

@InputType({ description: 'A name in a language.' })
export class ProductNameInput {
  @Field({ description: 'ISO 639-1 code; each language once.' })
  @IsString()
  @MaxLength(20)
  @StorableText()
  language!: string;

  @Field({ description: 'The name, up to 200 characters.' })
  @IsString()
  @MaxLength(MAX_TEXT)
  @StorableText()
  name!: string;
}

@InputType({ description: 'One line of a specification.' })
export class ProductSpecInput {
  @Field({ description: 'What is specified; each thing once.' })
  @IsString()
  @MaxLength(MAX_TEXT)
  @StorableText()
  name!: string;

  @Field({ description: 'Its value, with the unit.' })
  @IsString()
  @MaxLength(MAX_TEXT)
  @StorableText()
  value!: string;
}

@InputType({ description: 'A certificate.' })
export class CertificateInput {
  @Field({ description: 'What it certifies.' })
  @IsString()
  @MaxLength(MAX_TEXT)
  @StorableText()
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its number.' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  @StorableText()
  number?: string | null;

  @Field(() => String, { nullable: true, description: 'Who issued it.' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  @StorableText()
  issuer?: string | null;

  @Field(() => String, { nullable: true, description: 'Market that it is for, ISO 3166-1 alpha-2.' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  @StorableText()
  country?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which it counts.' })
  @IsOptional()
  @IsString()
  validUntil?: string | null;

  @Field(() => ID, { nullable: true, description: 'The file of this product that proves it.' })
  @IsOptional()
  @IsUUID()
  attachmentId?: string | null;
}

@InputType({ description: 'The value of one option of a variant.' })
export class OptionInput {
  @Field({ description: "One of the product's option names." })
  @IsString()
  @MaxLength(MAX_TEXT)
  @StorableText()
  name!: string;

  @Field({ description: 'Its value.' })
  @IsString()
  @MaxLength(MAX_TEXT)
  @StorableText()
  value!: string;
}

@InputType({ description: 'What of the product can be ordered.' })
export class VariantInput {
  @Field(() => ID, { description: 'UUID; of a new variant, made by the client.' })
  @IsUUID()
  id!: string;

  @Field({ description: 'Stock keeping unit, up to 80 characters; unique in the workspace.' })
  @IsString()
  @MaxLength(MAX_TEXT)
  @StorableText()
  sku!: string;

  @Field(() => [OptionInput], { description: "A value for each of the product's option names." })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => OptionInput)
  options!: OptionInput[];

  @Field(() => Int, { nullable: true, description: "Smallest order; null: the product's." })
  @IsOptional()
  @IsInt()
  moq?: number | null;

  @Field(() => Int, { nullable: true, description: "Days from order to dispatch; null: the product's." })
  @IsOptional()
  @IsInt()
  leadTimeDays?: number | null;

  @Field(() => Int, { nullable: true, description: "Weight of one unit, packed; null: the product's." })
  @IsOptional()
  @IsInt()
  weightGrams?: number | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What one unit costs us. Left alone when the caller lacks money:read.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  cost?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'Bar code.' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  @StorableText()
  barcode?: string | null;

  @Field(() => ProductStatusEnum, { description: 'ACTIVE or DISCONTINUED.' })
  @IsEnum(ProductStatusEnum)
  status!: ProductStatusEnum;
}

@InputType({ description: 'A list price per unit from a quantity on.' })
export class PriceInput {
  @Field(() => ID, { description: 'UUID; of a new price, made by the client.' })
  @IsUUID()
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The variant; null: every variant without prices of its own.' })
  @IsOptional()
  @IsUUID()
  variantId?: string | null;

  @Field({ description: 'ISO 4217 code.' })
  @IsString()
  @MaxLength(20)
  @StorableText()
  currency!: string;

  @Field(() => String, {
    nullable: true,
    description: "The buyer's country; null: every one without prices of its own.",
  })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  @StorableText()
  country?: string | null;

  @Field(() => Int, { description: 'Units from which on it holds.' })
  @IsInt()
  minQuantity!: number;

  @Field(() => BigIntScalar, { description: 'Price of one unit, minor units.' })
  @IsDefined()
  unitPriceMinor!: bigint;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which it may be quoted.' })
  @IsOptional()
  @IsString()
  validUntil?: string | null;
}
