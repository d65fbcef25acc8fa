import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ProductContent } from '@dangol/crm';
import type { Attachment } from '../attachments/index.ts';
import { connectionOf } from '../platform/graphql/connection.ts';
import { Money } from '../platform/graphql/money.type.ts';
import { Node } from '../platform/graphql/node.type.ts';
import { DateTime, LocalDate } from '../platform/graphql/scalars.ts';
import { Member } from '../workspaces/index.ts';
import { Certificate, ProductName, ProductPrice, ProductSpec, ProductVariant } from './product-parts.model.ts';
import { DecisionPackPartEnum, ProductStatusEnum, QuoteProblemEnum } from './product.enums.ts';
import type { ProductFilter } from './product-filter.input.ts';

@ObjectType({ implements: () => Node, description: 'A product as it is offered, or as one of its versions was.' })
export class Product extends Node {
  @Field({ description: 'Code by which the team knows it; unique in the workspace.' })
  code!: string;

  @Field({ description: "Name in the caller's language, else in English, else the first there is." })
  name!: string;

  @Field(() => [ProductName], { description: 'Its names by language.' })
  names!: ProductName[];

  @Field(() => Int, { description: 'Counts up with each change; an update names the one that it rests on.' })
  version!: number;

  @Field(() => ProductStatusEnum, { description: 'Where it stands.' })
  status!: ProductStatusEnum;

  @Field(() => String, { nullable: true, description: 'Group in the catalogue.' })
  category!: string | null;

  @Field(() => String, { nullable: true, description: 'Description.' })
  description!: string | null;

  @Field({ description: 'What quantities count, such as pcs or sheets.' })
  unit!: string;

  @Field(() => Int, { nullable: true, description: 'Smallest order, in units; variants may have their own.' })
  moq!: number | null;

  @Field(() => Int, { nullable: true, description: 'Days from order to dispatch; variants may have their own.' })
  leadTimeDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'Weight of one unit, packed.' })
  weightGrams!: number | null;

  @Field(() => String, { nullable: true, description: 'Country of origin, ISO 3166-1 alpha-2.' })
  originCountry!: string | null;

  @Field(() => String, { nullable: true, description: 'Customs tariff number, such as 3304.99.' })
  hsCode!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of its launch.' })
  launchedOn!: string | null;

  @Field({ description: 'Launched in the last 90 days.' })
  isNew!: boolean;

  @Field(() => [String], { description: 'Options by which its variants differ, such as Colour.' })
  optionNames!: string[];

  @Field(() => [ProductSpec], { description: 'Specification.' })
  specs!: ProductSpec[];

  @Field(() => [Certificate], { description: 'Certificates.' })
  certificates!: Certificate[];

  @Field(() => [ProductVariant], { description: 'Option table: what can be ordered.' })
  variants!: ProductVariant[];

  @Field(() => [ProductPrice], { description: 'List prices.' })
  prices!: ProductPrice[];

  @Field(() => ID, { nullable: true, description: 'The import that made it.' })
  importId!: string | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When this version was saved.' })
  updatedAt!: Date;

  /** What the rules of libs/crm read. */
  content!: ProductContent;
  /** The day in the workspace's zone. */
  today!: string;
  baseCurrency!: string;
  /** Read once for all fields that show some of them. */
  attachments?: Promise<Attachment[]>;
}

@ObjectType({ description: 'A product as it was; drafts and quotations cite it by its number.' })
export class ProductVersion {
  @Field(() => Int, { description: 'Its number.' })
  version!: number;

  @Field(() => DateTime, { description: 'When it was saved.' })
  changedAt!: Date;

  @Field(() => [String], {
    description: 'Fields of the product that the change concerned, and `costs` for unit costs; empty for the first.',
  })
  changedFields!: string[];

  @Field(() => Product, { description: 'The product as it was.' })
  product!: Product;

  @Field(() => Member, { nullable: true, description: 'Who saved it; null for a key.' })
  changedBy!: Member | null;
}

@ObjectType({ description: 'What a buyer needs to decide, ready to be sent.' })
export class DecisionPack {
  @Field({
    description: 'Plain text: prices, MOQ, lead time, option table, certificates, origin; without what is unknown.',
  })
  text!: string;

  @Field(() => [DecisionPackPartEnum], { description: 'Parts that are not known.' })
  missing!: DecisionPackPartEnum[];

  @Field(() => [String], { description: 'Certificates that no longer count and are left out.' })
  expired!: string[];

  product!: Product;
}

@ObjectType({
  description: 'A list price with the tier that it rests on; amounts are null exactly when there is a problem.',
})
export class ProductQuote {
  @Field(() => Money, { nullable: true, description: 'Price of one unit.' })
  unitPrice!: Money | null;

  @Field(() => Money, { nullable: true, description: 'Unit price x quantity.' })
  total!: Money | null;

  @Field(() => ProductPrice, { nullable: true, description: 'The tier that holds.' })
  tier!: ProductPrice | null;

  @Field(() => QuoteProblemEnum, { nullable: true, description: 'Why there is none.' })
  problem!: QuoteProblemEnum | null;

  @Field(() => Int, { nullable: true, description: 'Smallest order.' })
  moq!: number | null;

  @Field(() => Int, { nullable: true, description: 'Days from order to dispatch.' })
  leadTimeDays!: number | null;

  @Field(() => Int, { description: 'Version of the product, to be cited.' })
  version!: number;
}

@ObjectType({ description: 'A product in the list.' })
export class ProductRow {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'Code.' })
  code!: string;

  @Field({ description: "Name in the caller's language, else in English, else the first there is." })
  name!: string;

  @Field(() => ProductStatusEnum, { description: 'Where it stands.' })
  status!: ProductStatusEnum;

  @Field(() => String, { nullable: true, description: 'Group in the catalogue.' })
  category!: string | null;

  @Field(() => Int, { nullable: true, description: "The product's smallest order." })
  moq!: number | null;

  @Field(() => Int, { nullable: true, description: "The product's days from order to dispatch." })
  leadTimeDays!: number | null;

  @Field(() => Int, { description: 'Variants that are still made.' })
  variantCount!: number;

  @Field(() => Money, {
    nullable: true,
    description: 'Lowest list price that holds for every country, in the base currency when there is one.',
  })
  fromPrice!: Money | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of its launch.' })
  launchedOn!: string | null;

  @Field({ description: 'Launched in the last 90 days.' })
  isNew!: boolean;

  @Field(() => [DecisionPackPartEnum], { description: 'Parts of the decision pack that are not known.' })
  missing!: DecisionPackPartEnum[];

  @Field(() => String, { nullable: true, description: 'Address of its first image on this origin; needs the session.' })
  imagePath!: string | null;

  @Field(() => DateTime, { description: 'When it was last changed.' })
  updatedAt!: Date | string;
}

@ObjectType({ description: 'A page of products.' })
export class ProductConnection extends connectionOf('Product', ProductRow) {
  filter!: ProductFilter;
}

@ObjectType({ description: 'A group of the catalogue.' })
export class ProductCategory {
  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => Int, { description: 'Products in it that are not discontinued: the breadth of the catalogue.' })
  productCount!: number;
}
