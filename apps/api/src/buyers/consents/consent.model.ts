import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { StorableText } from '../../platform/graphql/storable-text.ts';

/** What a buyer can allow. */
export enum ConsentPurpose {
  MESSAGES = 'messages',
  MARKETING = 'marketing',
  DATA_PROCESSING = 'data_processing',
}
registerEnumType(ConsentPurpose, { name: 'ConsentPurpose', description: 'What a buyer can allow.' });

/** What a buyer allowed or withdrew. Earlier words stay, so that it can be shown what held when. */
@ObjectType({ description: 'What a buyer allowed or withdrew. Earlier words stay.' })
export class Consent {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => ConsentPurpose, { description: 'For what.' })
  purpose!: ConsentPurpose;

  @Field({ description: 'False: withdrawn.' })
  granted!: boolean;

  @Field({ description: 'How it was said, such as an e-mail or a form.' })
  source!: string;

  @Field(() => DateTime, { description: 'When the buyer said it.' })
  givenAt!: Date;

  @Field({ description: 'The newest word for its purpose: it holds.' })
  current!: boolean;

  recordedById!: string | null;
}

@InputType({ description: 'A word of consent. The client makes the id; sending it again changes nothing.' })
export class RecordConsentInput {
  @Field(() => ID, { description: 'UUID v7 made by the client.' })
  @IsUUID()
  id!: string;

  @Field(() => ID, { description: 'The buyer.' })
  @IsUUID()
  buyerId!: string;

  @Field(() => ConsentPurpose, { description: 'For what.' })
  @IsEnum(ConsentPurpose)
  purpose!: ConsentPurpose;

  @Field({ description: 'False: withdrawn.' })
  @IsBoolean()
  granted!: boolean;

  @Field({ description: 'How it was said, at most 200 characters.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @StorableText()
  source!: string;

  @Field(() => DateTime, { nullable: true, description: 'When the buyer said it; now when left out, never later.' })
  @IsOptional()
  givenAt?: Date | null;
}
