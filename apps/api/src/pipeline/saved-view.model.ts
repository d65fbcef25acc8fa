import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { LimitReached, NameTaken } from '../platform/graphql/shared-refusals.ts';
import { StorableText } from '../platform/graphql/storable-text.ts';

/** Most views that one member keeps. */
export const MOST_VIEWS = 50;

/** The screens that keep views. */
export enum ViewScreen {
  PIPELINE = 'pipeline',
  BUYERS = 'buyers',
  SAMPLES = 'samples',
  INBOX = 'inbox',
}
registerEnumType(ViewScreen, {
  name: 'ViewScreen',
  description: 'The screens that keep views.',
  valuesMap: { INBOX: { description: 'The inbox.' } },
});

@ObjectType({ description: 'A filter of a screen that a member has named.' })
export class SavedView {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => ViewScreen, { description: 'The screen.' })
  screen!: ViewScreen;

  @Field({ description: 'Name.' })
  name!: string;

  @Field({ description: "The screen's URL query, without the question mark." })
  query!: string;

  @Field({ description: 'Everybody in the workspace sees it.' })
  shared!: boolean;

  @Field({ description: 'It is the caller’s own.' })
  mine!: boolean;

  @Field({ description: 'Who made it.' })
  ownerName!: string;
}

@InputType({ description: 'A view to keep. The same id again changes it.' })
export class SaveViewInput {
  @Field(() => ID, { description: 'Made by the client.' })
  @IsUUID()
  id!: string;

  @Field(() => ViewScreen, { description: 'The screen; that of a view never changes.' })
  @IsEnum(ViewScreen)
  screen!: ViewScreen;

  @Field({ description: 'Name, 1 to 60 characters.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(60)
  @StorableText()
  name!: string;

  @Field({ description: "The screen's URL query, without the question mark, up to 2,000 characters." })
  @IsString()
  @MaxLength(2000)
  @Matches(/^(?:[\w\-.~!$&'()*+,;=:@/?[\]]|%[0-9A-Fa-f]{2})*$/)
  query!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Everybody in the workspace sees it.' })
  @IsBoolean()
  shared!: boolean;
}

/** Outcome of keeping a view. */
export const SaveViewResult = createUnionType({
  name: 'SaveViewResult',
  description: 'Outcome of keeping a view.',
  types: () => [SavedView, NameTaken, NotFound, LimitReached] as const,
});
