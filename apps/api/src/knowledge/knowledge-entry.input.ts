import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEnum,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PageArgs } from '../platform/graphql/connection.ts';
import { LocalDate } from '../platform/graphql/scalars.ts';
import { StorableText } from '../platform/graphql/storable-text.ts';

/** Longest texts of an entry, characters: an answer is read by a buyer in one go. */
export const LONGEST = { category: 40, title: 200, question: 300, answer: 5_000 } as const;
/** Questions that one entry may answer. */
export const MOST_QUESTIONS = 30;
/** What the edge lets through: more than this is no text of an entry, less is refused by name. */
const EDGE = 20_000;

/** Who may read an entry. */
export const KnowledgeVisibilityEnum = { PUBLIC: 'public', INTERNAL: 'internal' } as const;
/** One of them. */
export type KnowledgeVisibility = (typeof KnowledgeVisibilityEnum)[keyof typeof KnowledgeVisibilityEnum];

registerEnumType(KnowledgeVisibilityEnum, {
  name: 'KnowledgeVisibility',
  description: 'Who may read an entry.',
  valuesMap: {
    PUBLIC: { description: 'May be quoted to buyers.' },
    INTERNAL: { description: 'For the team only.' },
  },
});

@InputType({ description: 'Which entries of the knowledge base to list; what is left out does not matter.' })
export class KnowledgeFilter {
  @Field(() => String, { nullable: true, description: 'Words in code, titles, questions or answer.' })
  @IsOptional()
  @IsString()
  @StorableText()
  @MaxLength(200)
  q?: string | null;

  @Field(() => [String], { nullable: true, description: 'Any of these categories.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  category?: string[] | null;

  @Field(() => [KnowledgeVisibilityEnum], { nullable: true, description: 'Any of these.' })
  @IsOptional()
  @IsArray()
  @IsEnum(KnowledgeVisibilityEnum, { each: true })
  visibility?: KnowledgeVisibility[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: past their last day. False: still good.' })
  @IsOptional()
  @IsBoolean()
  expired?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'May be sent without a person, or not.' })
  @IsOptional()
  @IsBoolean()
  autoReply?: boolean | null;
}

/** Arguments of the list of entries. */
@ArgsType()
export class KnowledgeArgs extends PageArgs {
  @Field(() => KnowledgeFilter, { nullable: true, description: 'Which ones; all when left out.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => KnowledgeFilter)
  filter?: KnowledgeFilter | null;
}

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

@InputType({ description: 'The whole content of an entry.' })
export class KnowledgeFields {
  @Field({ description: `Topic, such as shipping; 1 to ${LONGEST.category} characters.` })
  @StorableText()
  @trimmed
  @MaxLength(EDGE)
  category!: string;

  @Field(() => KnowledgeVisibilityEnum, { description: 'Who may read it.' })
  @IsEnum(KnowledgeVisibilityEnum)
  visibility!: KnowledgeVisibility;

  @Field({ description: 'May be sent without a person; only what is public.' })
  @IsBoolean()
  autoReply!: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which it may be quoted; null for no end.' })
  @IsOptional()
  validUntil?: string | null;

  @Field({ description: `Title, 1 to ${LONGEST.title} characters.` })
  @StorableText()
  @trimmed
  @MaxLength(EDGE)
  title!: string;

  @Field(() => String, { nullable: true, description: `Title in Korean, at most ${LONGEST.title} characters.` })
  @IsOptional()
  @StorableText()
  @trimmed
  @MaxLength(EDGE)
  titleKo?: string | null;

  @Field(() => [String], {
    description: `Questions that it answers, at most ${MOST_QUESTIONS} of at most ${LONGEST.question} characters; empty ones are left out.`,
  })
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(EDGE, { each: true })
  @Transform(({ value }: { value: unknown }) =>
    Array.isArray(value)
      ? value.map((text: unknown) =>
          typeof text === 'string' ? text.replaceAll('\u0000', '\uFFFD').toWellFormed().trim() : text,
        )
      : value,
  )
  questions!: string[];

  @Field({ description: `The answer as drafts quote it, 1 to ${LONGEST.answer} characters.` })
  @StorableText()
  @trimmed
  @MaxLength(EDGE)
  answer!: string;

  @Field({ description: 'ISO 639-1 code of the language of the answer.' })
  @IsString()
  @MaxLength(40)
  language!: string;
}
