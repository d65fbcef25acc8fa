import { MAX_EXCLUDED_SENDERS } from '@dangol/crm';
import { Field, ID, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { NotFound, Refusal } from '../platform/graphql/refusal.type.ts';
import { StorableText } from '../platform/graphql/storable-text.ts';
import { ChannelSaved } from './channel.model.ts';

/** Longest mean that a target may be, minutes: 30 days, the window itself. */
const MAX_MEAN_TARGET = 43_200;
/** Longest acknowledgement, characters: it is a few lines, no letter. */
const MAX_ACKNOWLEDGEMENT = 2_000;

/** The zone is none. */
@ObjectType({ implements: () => Refusal, description: 'The zone is not in the IANA list; nothing was saved.' })
export class InvalidTimeZone extends Refusal {
  constructor(zone: string) {
    super('INVALID_TIME_ZONE', `${zone} is no IANA time zone`);
  }
}

export const SaveChannelRulesResult = createUnionType({
  name: 'SaveChannelRulesResult',
  description: 'The channel with its rules, or why nothing was saved.',
  types: () => [ChannelSaved, NotFound, InvalidTimeZone] as const,
});

@InputType({ description: "Who is left out of a channel's measures and what it promises; what is left out stays." })
export class ChannelRulesInput {
  @Field(() => ID, { description: 'The channel.' })
  @IsUUID()
  id!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "Hours of its own instead of the workspace's; they start as a copy.",
  })
  @IsOptional()
  @IsBoolean()
  ownHours?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "IANA zone of the platform's day; null for the workspace's.",
  })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  platformZone?: string | null;

  @Field(() => Int, { nullable: true, description: 'Target of the 30-day mean, minutes.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_MEAN_TARGET)
  meanTargetMinutes?: number | null;

  @Field(() => [String], {
    nullable: true,
    description: `Senders that start no clock and are left out of the platform score: an id, an address or @domain; at most ${MAX_EXCLUDED_SENDERS}.`,
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_EXCLUDED_SENDERS)
  @IsString({ each: true })
  @MaxLength(320, { each: true })
  excludedSenders?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the assistant may answer by itself when the gate lets it (issue 6 sends).',
  })
  @IsOptional()
  @IsBoolean()
  autoMode?: boolean | null;
}

@InputType({ description: 'What an automatic acknowledgement says in a language.' })
export class AutoReplyTextInput {
  @Field({ description: 'ISO 639-1, such as en; each language once.' })
  @Matches(/^[a-z]{2}$/)
  language!: string;

  @Field({ description: `The words, 1 to ${MAX_ACKNOWLEDGEMENT} characters.` })
  @StorableText()
  @IsString()
  @IsNotEmpty()
  @Matches(/\S/)
  @MaxLength(MAX_ACKNOWLEDGEMENT)
  text!: string;
}

@InputType({ description: 'The automatic acknowledgement of a channel.' })
export class AutoReplyInput {
  @Field(() => ID, { description: 'The channel.' })
  @IsUUID()
  channelId!: string;

  @Field({ description: 'Whether it is sent.' })
  @IsBoolean()
  enabled!: boolean;

  @Field({ description: 'Only while the office is closed.' })
  @IsBoolean()
  onlyOutOfHours!: boolean;

  @Field(() => [AutoReplyTextInput], {
    description: 'By language, 1 to 20; the first is for every other language.',
  })
  @ValidateNested({ each: true })
  @Type(() => AutoReplyTextInput)
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique(({ language }: AutoReplyTextInput) => language)
  texts!: AutoReplyTextInput[];
}
