import { createUnionType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsEmail, IsEnum, IsNotEmpty, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { LanguageEnum } from './language.enum.ts';
import type { Language } from './language.enum.ts';
import { AlreadyMember, EmailTaken, InvalidCredentials, InvitationInvalid, TooManyAttempts } from './refusals.ts';
import { Viewer } from './viewer.model.ts';

/** Longest e-mail address (RFC 5321). */
export const MAX_EMAIL = 254;
/** Shortest password (NIST SP 800-63B asks for 8; length is the only rule worth having). */
const MIN_PASSWORD = 8;
/** Longer ones would only make us hash more. */
const MAX_PASSWORD = 200;
const MAX_NAME = 100;

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** A new workspace with its first person. */
@InputType({ description: 'A new workspace with its first person, who becomes its owner.' })
export class SignUpInput {
  @Field({ description: 'E-mail to sign in with.' })
  @trimmed
  @IsEmail()
  @MaxLength(MAX_EMAIL)
  email!: string;

  @Field({ description: `At least ${MIN_PASSWORD} characters.` })
  @IsString()
  @Length(MIN_PASSWORD, MAX_PASSWORD)
  password!: string;

  @Field({ description: "The person's name." })
  @trimmed
  @IsNotEmpty()
  @MaxLength(MAX_NAME)
  name!: string;

  @Field({ description: 'Name of the workspace, usually the company.' })
  @trimmed
  @IsNotEmpty()
  @MaxLength(MAX_NAME)
  workspaceName!: string;

  @Field(() => LanguageEnum, { description: 'Language of the screens.' })
  @IsEnum(LanguageEnum)
  language!: Language;
}

/** E-mail and password. */
@InputType({ description: 'E-mail and password.' })
export class SignInInput {
  @Field({ description: 'E-mail.' })
  @trimmed
  @IsNotEmpty()
  @MaxLength(MAX_EMAIL)
  email!: string;

  @Field({ description: 'Password.' })
  @IsNotEmpty()
  @MaxLength(MAX_PASSWORD)
  password!: string;
}

/** The answer to an invitation. */
@InputType({ description: 'The answer to an invitation.' })
export class AcceptInvitationInput {
  @Field({ description: 'Token of the invitation link.' })
  @IsNotEmpty()
  @MaxLength(200)
  token!: string;

  @Field(() => String, { nullable: true, description: "The person's name; needed without an account." })
  @IsOptional()
  @trimmed
  @IsNotEmpty()
  @MaxLength(MAX_NAME)
  name?: string | null;

  @Field({ description: "The account's password, or the one of the account to make." })
  @IsString()
  @Length(MIN_PASSWORD, MAX_PASSWORD)
  password!: string;

  @Field(() => LanguageEnum, { nullable: true, description: 'Language of the screens of a new account.' })
  @IsOptional()
  @IsEnum(LanguageEnum)
  language?: Language | null;
}

/** A session began; its cookie is in the answer's headers. */
@ObjectType({ description: "A session began; its cookie is in the answer's headers." })
export class SignedIn {
  @Field(() => Viewer, { description: 'Who signed in.' })
  viewer: Viewer;

  constructor(viewer: Viewer) {
    this.viewer = viewer;
  }
}

/** Sessions ended. */
@ObjectType({ description: 'Sessions ended.' })
export class SignedOut {
  @Field(() => Int, { description: 'How many sessions ended.' })
  sessionsClosed!: number;
}

/** Outcome of signIn. */
export const SignInResult = createUnionType({
  name: 'SignInResult',
  description: 'Outcome of signIn.',
  types: () => [SignedIn, InvalidCredentials, TooManyAttempts] as const,
});

/** Outcome of signUp. */
export const SignUpResult = createUnionType({
  name: 'SignUpResult',
  description: 'Outcome of signUp.',
  types: () => [SignedIn, EmailTaken, TooManyAttempts] as const,
});

/** Outcome of acceptInvitation. */
export const AcceptInvitationResult = createUnionType({
  name: 'AcceptInvitationResult',
  description: 'Outcome of acceptInvitation.',
  types: () => [SignedIn, InvitationInvalid, AlreadyMember, InvalidCredentials, TooManyAttempts] as const,
});
