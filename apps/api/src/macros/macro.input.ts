import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { StorableText } from '../platform/graphql/storable-text.ts';

/** Something that is more than white space. */
const NOT_BLANK = /\S/;

@InputType({ description: 'A prepared reply in one language.' })
export class MacroTextInput {
  @Field({ description: 'ISO 639-1, small letters.' })
  @Matches(/^[a-z]{2}$/)
  language!: string;

  @Field({ description: 'The text, 1 to 10,000 characters.' })
  @StorableText()
  @IsString()
  @MaxLength(10_000)
  @Matches(NOT_BLANK)
  text!: string;
}

@InputType({ description: 'A macro to make, to change, or to bring back from the archive.' })
export class SaveMacroInput {
  @Field(() => ID, { description: 'UUID v7 made by the client.' })
  @IsUUID()
  id!: string;

  @Field({ description: 'Name for the team, 1 to 80 characters.' })
  @StorableText()
  @IsString()
  @MaxLength(80)
  @Matches(NOT_BLANK)
  name!: string;

  @Field(() => [MacroTextInput], { description: 'One to 12 languages; the first is for every other language.' })
  @ValidateNested({ each: true })
  @Type(() => MacroTextInput)
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @ArrayUnique(({ language }: MacroTextInput) => language)
  texts!: MacroTextInput[];

  @Field({
    defaultValue: false,
    description: 'Inserting it adds a link for files; a text with {upload.link} asks for files by itself.',
  })
  @IsBoolean()
  asksForFiles: boolean = false;

  @Field(() => Int, { nullable: true, description: 'The version that was edited; null for a new one.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  basedOn?: number | null;
}
