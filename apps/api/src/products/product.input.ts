import { Field, InputType, Int } from '@nestjs/graphql';
import { PRODUCT_LIMITS } from '@dangol/crm';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsEnum, IsInt, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { LocalDate } from '../platform/graphql/scalars.ts';
import { StorableText } from '../platform/graphql/storable-text.ts';
import {
  CertificateInput,
  MAX_TEXT,
  PriceInput,
  ProductNameInput,
  ProductSpecInput,
  VariantInput,
} from './product-parts.input.ts';
import { ProductStatusEnum } from './product.enums.ts';

@InputType({ description: 'The whole content of a product; lists replace what is there.' })
export class ProductFields {
  @Field({ description: 'Code, up to 60 characters; unique in the workspace.' })
  @IsString()
  @MaxLength(MAX_TEXT)
  @StorableText()
  code!: string;

  @Field(() => [ProductNameInput], { description: 'Names, at least one.' })
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ProductNameInput)
  names!: ProductNameInput[];

  @Field(() => ProductStatusEnum, { description: 'Where it stands.' })
  @IsEnum(ProductStatusEnum)
  status!: ProductStatusEnum;

  @Field(() => String, { nullable: true, description: 'Group in the catalogue.' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  @StorableText()
  category?: string | null;

  @Field(() => String, { nullable: true, description: 'Description, up to 5,000 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  @StorableText()
  description?: string | null;

  @Field({ description: 'What quantities count, such as pcs or sheets.' })
  @IsString()
  @MaxLength(MAX_TEXT)
  @StorableText()
  unit!: string;

  @Field(() => Int, { nullable: true, description: 'Smallest order, in units.' })
  @IsOptional()
  @IsInt()
  moq?: number | null;

  @Field(() => Int, { nullable: true, description: 'Days from order to dispatch.' })
  @IsOptional()
  @IsInt()
  leadTimeDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'Weight of one unit, packed.' })
  @IsOptional()
  @IsInt()
  weightGrams?: number | null;

  @Field(() => String, { nullable: true, description: 'Country of origin, ISO 3166-1 alpha-2.' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  @StorableText()
  originCountry?: string | null;

  @Field(() => String, { nullable: true, description: 'Customs tariff number, 4 to 10 digits.' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  @StorableText()
  hsCode?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of its launch.' })
  @IsOptional()
  @IsString()
  launchedOn?: string | null;

  @Field(() => [String], { description: 'Options by which its variants differ, up to 5.' })
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(MAX_TEXT, { each: true })
  optionNames!: string[];

  @Field(() => [ProductSpecInput], { description: 'Specification, up to 100 lines.' })
  @IsArray()
  @ArrayMaxSize(2 * PRODUCT_LIMITS.specs)
  @ValidateNested({ each: true })
  @Type(() => ProductSpecInput)
  specs!: ProductSpecInput[];

  @Field(() => [CertificateInput], { description: 'Certificates, up to 50.' })
  @IsArray()
  @ArrayMaxSize(2 * PRODUCT_LIMITS.certificates)
  @ValidateNested({ each: true })
  @Type(() => CertificateInput)
  certificates!: CertificateInput[];

  @Field(() => [VariantInput], { description: 'Option table, up to 300 variants.' })
  @IsArray()
  @ArrayMaxSize(2 * PRODUCT_LIMITS.variants)
  @ValidateNested({ each: true })
  @Type(() => VariantInput)
  variants!: VariantInput[];

  @Field(() => [PriceInput], { description: 'List prices, up to 1,500.' })
  @IsArray()
  @ArrayMaxSize(2 * PRODUCT_LIMITS.prices)
  @ValidateNested({ each: true })
  @Type(() => PriceInput)
  prices!: PriceInput[];
}
