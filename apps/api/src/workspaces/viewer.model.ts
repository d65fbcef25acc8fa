import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Membership as HeldMembership } from '../platform/context/request-context.ts';
import { LanguageEnum } from './language.enum.ts';
import type { Language } from './language.enum.ts';

/** Sizes of text that every screen was checked with, px. */
const SMALLEST_TEXT = 14;
const LARGEST_TEXT = 24;

/** The signed-in person, the same in every workspace. */
@ObjectType({ description: 'A person, the same in every workspace.' })
export class Account {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'E-mail that the person signs in with, in lower case.' })
  email!: string;

  @Field({ description: 'Name given at sign-up.' })
  name!: string;

  @Field(() => LanguageEnum, { description: 'Language of the screens.' })
  language!: Language;

  @Field(() => Int, { description: 'Size of text on screens, px.' })
  textSize!: number;
}

/** A workspace that the person belongs to. */
@ObjectType({ description: 'A workspace that the person belongs to.' })
export class Membership {
  @Field(() => ID, { description: 'The workspace.' })
  workspaceId!: string;

  @Field({ description: 'Name of the workspace in addresses; also the value of the X-Dangol-Workspace header.' })
  slug!: string;

  @Field({ description: 'Name of the workspace.' })
  workspaceName!: string;

  @Field(() => ID, { description: "The person's member row there." })
  memberId!: string;

  @Field({ description: 'Key of the role there.' })
  role!: string;
}

/** The membership that this request works with. */
@ObjectType({ description: 'The membership that this request works with, and the settings of its workspace.' })
export class CurrentMembership extends Membership {
  @Field({ description: 'IANA zone of the workspace.' })
  timeZone!: string;

  @Field({ description: 'ISO 4217 code that sums are converted to.' })
  baseCurrency!: string;

  @Field(() => Int, { description: 'Seconds during which a reply can be taken back.' })
  undoSendSeconds!: number;

  @Field({ description: 'True for the demo workspace: it has a channel that sends nothing.' })
  isDemo!: boolean;

  @Field({ description: "The person's name in this workspace." })
  memberName!: string;

  @Field(() => [String], { description: 'What the role allows.' })
  permissions!: readonly string[];
}

/** Who is asking. */
@ObjectType({
  description:
    'Who is asking. `current` is the membership in the workspace named by the X-Dangol-Workspace header (slug or id), else the only one.',
})
export class Viewer {
  @Field(() => Account, { description: 'The person.' })
  account!: Account;

  @Field(() => [Membership], { description: 'Workspaces of the person, oldest first.' })
  memberships!: readonly Membership[];

  /** Answered by a query of its own, when asked for. */
  held!: HeldMembership | null;
}

/** How the person wants screens to look. */
@InputType({ description: 'How the person wants screens to look; what is left out stays.' })
export class PreferencesInput {
  @Field(() => LanguageEnum, { nullable: true, description: 'Language of the screens.' })
  @IsOptional()
  @IsEnum(LanguageEnum)
  language?: Language | null;

  @Field(() => Int, { nullable: true, description: `Size of text, ${SMALLEST_TEXT} to ${LARGEST_TEXT} px.` })
  @IsOptional()
  @IsInt()
  @Min(SMALLEST_TEXT)
  @Max(LARGEST_TEXT)
  textSize?: number | null;
}
