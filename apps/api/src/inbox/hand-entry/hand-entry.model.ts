import { Field, ID, InputType, ObjectType, createUnionType } from '@nestjs/graphql';
import { IsDate, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { NotFound, Refusal } from '../../platform/graphql/refusal.type.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { StorableText } from '../../platform/graphql/storable-text.ts';
import { ConversationSaved, ReplySaved } from '../reply.model.ts';

/** Longest account of a call or a talk, characters. */
const MAX_TEXT = 50_000;

/** The entry contradicts itself. */
@ObjectType({ implements: () => Refusal, description: 'The entry contradicts itself; message says how.' })
export class InvalidEntry extends Refusal {
  @Field({ description: 'The field.' })
  readonly field: string;

  constructor(field: string, message: string) {
    super('INVALID_ENTRY', message);
    this.field = field;
  }
}

export const RecordInquiryResult = createUnionType({
  name: 'RecordInquiryResult',
  description: 'The conversation that the entry opened, or why nothing was written down.',
  types: () => [ConversationSaved, NotFound, InvalidEntry] as const,
});
export const LogCallResult = createUnionType({
  name: 'LogCallResult',
  description: 'The logged call, or why nothing was written down.',
  types: () => [ReplySaved, NotFound, InvalidEntry] as const,
});

@InputType({ description: 'An inquiry that a person writes down: a phone call, a talk at a fair.' })
export class RecordInquiryInput {
  @Field(() => ID, { description: 'UUID v7 made by the client; sending it again changes nothing.' })
  @IsUUID()
  id!: string;

  @Field(() => ID, { description: 'A channel of hand entry.' })
  @IsUUID()
  channelId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A buyer that is there already; else the fields below make or find one.',
  })
  @IsOptional()
  @IsUUID()
  buyerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Name, at most 200 characters.' })
  @IsOptional()
  @StorableText()
  @IsString()
  @MaxLength(200)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Company, at most 200 characters.' })
  @IsOptional()
  @StorableText()
  @IsString()
  @MaxLength(200)
  company?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address; a buyer who has it is found by it.' })
  @IsOptional()
  @StorableText()
  @IsString()
  @MaxLength(320)
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number; a buyer who has it is found by it.' })
  @IsOptional()
  @StorableText()
  @IsString()
  @MaxLength(50)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  @IsOptional()
  @StorableText()
  @IsString()
  @MaxLength(60)
  country?: string | null;

  @Field(() => DateTime, { description: 'When it was said; not in the future.' })
  @IsDate()
  at!: Date;

  @Field({ description: 'What was asked, 1 to 50,000 characters.' })
  @StorableText()
  @IsString()
  @Length(1, MAX_TEXT)
  @Matches(/\S/)
  text!: string;

  @Field(() => String, { nullable: true, description: 'What it is about, at most 500 characters.' })
  @IsOptional()
  @StorableText()
  @IsString()
  @MaxLength(500)
  subject?: string | null;
}

@InputType({ description: 'A call with a buyer. It counts as a reply (spec sla, rule 2).' })
export class LogCallInput {
  @Field(() => ID, { description: 'UUID v7 made by the client.' })
  @IsUUID()
  id!: string;

  @Field(() => ID, { description: 'The conversation.' })
  @IsUUID()
  conversationId!: string;

  @Field(() => DateTime, { description: 'When; not in the future.' })
  @IsDate()
  at!: Date;

  @Field({ description: 'What was said, 1 to 50,000 characters.' })
  @StorableText()
  @IsString()
  @Length(1, MAX_TEXT)
  @Matches(/\S/)
  text!: string;
}
