import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '../platform/graphql/money.type.ts';
import { LocalDate } from '../platform/graphql/scalars.ts';
import { moneyField } from '../platform/permissions/field-permissions.ts';
import { ProductStatusEnum } from './product.enums.ts';
import type { Product } from './product.model.ts';

@ObjectType({ description: "A product's name in a language." })
export class ProductName {
  @Field({ description: 'ISO 639-1 code.' })
  language!: string;

  @Field({ description: 'The name.' })
  name!: string;
}

@ObjectType({ description: 'One line of a specification, such as Volume: 30 ml.' })
export class ProductSpec {
  @Field({ description: 'What is specified.' })
  name!: string;

  @Field({ description: 'Its value, with the unit.' })
  value!: string;
}

@ObjectType({ description: 'The value of one option of a variant, such as Colour: Rose.' })
export class ProductOption {
  @Field({ description: "One of the product's option names." })
  name!: string;

  @Field({ description: 'Its value.' })
  value!: string;
}

@ObjectType({ description: 'Proof that the product meets a rule.' })
export class Certificate {
  @Field({ description: 'What it certifies, such as ISO 22716.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its number.' })
  number!: string | null;

  @Field(() => String, { nullable: true, description: 'Who issued it.' })
  issuer!: string | null;

  @Field(() => String, { nullable: true, description: 'Market that it is for, ISO 3166-1 alpha-2; null: not for one.' })
  country!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which it counts; null: no end.' })
  validUntil!: string | null;

  @Field({ description: "Its last day is over, in the workspace's zone." })
  expired!: boolean;

  attachmentId!: string | null;
  product!: Product;
}

@ObjectType({ description: 'What of a product can be ordered.' })
export class ProductVariant {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'Stock keeping unit; unique in the workspace.' })
  sku!: string;

  @Field(() => [ProductOption], { description: "A value for each of the product's option names, in their order." })
  options!: ProductOption[];

  @Field(() => Int, { nullable: true, description: "Smallest order; null: the product's." })
  moq!: number | null;

  @Field(() => Int, { nullable: true, description: "Days from order to dispatch; null: the product's." })
  leadTimeDays!: number | null;

  @Field(() => Int, { nullable: true, description: "Weight of one unit, packed; null: the product's." })
  weightGrams!: number | null;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'What one unit costs us; null when unknown, and without money:read.',
  })
  cost!: Money | null;

  @Field(() => String, { nullable: true, description: 'Bar code.' })
  barcode!: string | null;

  @Field(() => ProductStatusEnum, { description: 'ACTIVE or DISCONTINUED.' })
  status!: ProductStatusEnum;
}

@ObjectType({ description: 'A list price per unit from a quantity on.' })
export class ProductPrice {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The variant; null: every variant without prices of its own.' })
  variantId!: string | null;

  @Field({ description: 'ISO 4217 code.' })
  currency!: string;

  @Field(() => String, {
    nullable: true,
    description: "The buyer's country, ISO 3166-1 alpha-2; null: every country without prices of its own.",
  })
  country!: string | null;

  @Field(() => Int, { description: 'Units from which on it holds.' })
  minQuantity!: number;

  @Field(() => Money, { description: 'Price of one unit.' })
  unitPrice!: Money;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which it may be quoted; null: until changed.' })
  validUntil!: string | null;

  @Field({ description: "Its last day is over, in the workspace's zone; it is not quoted." })
  expired!: boolean;
}
