import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { BigIntScalar } from '../../platform/graphql/scalars.ts';
import { StorableText } from '../../platform/graphql/storable-text.ts';

/** Longest line of a record. */
const MAX_LINE = 200;

@InputType({ description: 'A new buyer. The client makes the id; sending it again changes nothing.' })
export class CreateBuyerInput {
  @Field(() => ID, { description: 'UUID v7 made by the client.' })
  @IsUUID()
  id!: string;

  @Field({ description: 'Name; must hold something that can be seen.' })
  @IsString()
  @MaxLength(MAX_LINE)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Company.' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LINE)
  company?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LINE)
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address of the first contact.' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LINE)
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone of the first contact: +..., or national with a country.' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  phone?: string | null;

  @Field(() => ID, { nullable: true, description: 'Member who looks after the buyer.' })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;
}

@InputType({ description: "A web or social page of the buyer's." })
export class BuyerLinkInput {
  @Field({ description: 'What it is, such as Instagram.' })
  @IsString()
  @MaxLength(60)
  label!: string;

  @Field({ description: 'Its http(s) address.' })
  @IsString()
  @MaxLength(1000)
  url!: string;
}

@InputType({ description: 'Fields of a buyer that people edit.' })
export class BuyerFields {
  @Field(() => String, { nullable: true, description: 'Name; cannot be cleared.' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LINE)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Company.' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LINE)
  company?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LINE)
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Language, ISO 639-1.' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal address.' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'distributor, brand, chain, retailer, sideSeller or other.' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LINE)
  companyType?: string | null;

  @Field(() => Int, { nullable: true, description: 'Employees.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  employees?: number | null;

  @Field(() => BigIntScalar, { nullable: true, description: 'What it buys in a year, minor units, base currency.' })
  @IsOptional()
  annualPurchaseMinor?: bigint | null;

  @Field(() => String, { nullable: true, description: 'Web site, http(s).' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  webSite?: string | null;

  @Field(() => [BuyerLinkInput], { nullable: true, description: 'Web and social pages, all of them, at most 20.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => BuyerLinkInput)
  links?: BuyerLinkInput[] | null;
}

@InputType({
  description:
    'Changes to a buyer. Only fields named in changes change (null clears); each is compared with seen first, and when another value was stored meanwhile nothing is saved.',
})
export class UpdateBuyerInput {
  @Field(() => ID, { description: 'The buyer.' })
  @IsUUID()
  id!: string;

  @Field(() => BuyerFields, { description: 'New values.' })
  @ValidateNested()
  @Type(() => BuyerFields)
  changes!: BuyerFields;

  @Field(() => BuyerFields, { description: 'The values that the editor saw.' })
  @ValidateNested()
  @Type(() => BuyerFields)
  seen!: BuyerFields;
}

@InputType({ description: 'Who looks after a buyer.' })
export class SetBuyerOwnerInput {
  @Field(() => ID, { description: 'The buyer.' })
  @IsUUID()
  buyerId!: string;

  @Field(() => ID, { nullable: true, description: 'An active member, or null for nobody.' })
  @IsOptional()
  @IsUUID()
  memberId?: string | null;
}

@InputType({ description: 'A person at a buyer. The same id again changes the person.' })
export class SaveContactInput {
  @Field(() => ID, { description: 'UUID v7 made by the client.' })
  @IsUUID()
  id!: string;

  @Field(() => ID, { description: 'The buyer.' })
  @IsUUID()
  buyerId!: string;

  @Field(() => String, { nullable: true, description: 'Name.' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LINE)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LINE)
  @StorableText()
  email?: string | null;

  @Field(() => String, { nullable: true, description: "E.164, or national with the buyer's country." })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Language, ISO 639-1.' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  timeZone?: string | null;
}
