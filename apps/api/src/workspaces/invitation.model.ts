import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsEmail, IsNotEmpty, IsUUID, MaxLength } from 'class-validator';
import { Node } from '../platform/graphql/node.type.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { DateTime } from '../platform/graphql/scalars.ts';
import { MAX_ROLE_KEY } from './role.model.ts';
import { AlreadyMember } from './refusals.ts';
import { MAX_EMAIL } from './sign-in.model.ts';

/** An invitation that waits for its answer. */
@ObjectType({ implements: () => Node, description: 'An invitation that waits for its answer.' })
export class Invitation extends Node {
  @Field({ description: 'Whom it is for.' })
  email!: string;

  @Field({ description: 'Key of the role it offers.' })
  role!: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date | string;

  @Field(() => DateTime, { description: 'When its link stops working.' })
  expiresAt!: Date | string;
}

/** An invitation with its link. */
@ObjectType({ description: 'An invitation with its link.' })
export class InvitationCreated {
  @Field(() => Invitation, { description: 'The invitation.' })
  invitation: Invitation;

  @Field({ description: 'Shown once; send it to the person.' })
  url: string;

  constructor(invitation: Invitation, url: string) {
    this.invitation = invitation;
    this.url = url;
  }
}

/** What an invitation link offers, read before signing up. */
@ObjectType({ description: 'What an invitation link offers, read before signing up.' })
export class InvitationOffer {
  @Field({ description: 'The workspace.' })
  workspaceName!: string;

  @Field({ description: 'Whom it is for.' })
  email!: string;

  @Field({ description: 'Key of the role it offers.' })
  role!: string;

  @Field({ description: 'True when the person has an account: its password is needed, and no name.' })
  accountExists!: boolean;
}

/** An invitation to make. */
@InputType({ description: 'An invitation to make.' })
export class InviteMemberInput {
  @Field(() => ID, {
    description: 'Made by the client (UUID v7); sending it again gives the same invitation a fresh link.',
  })
  @IsUUID()
  id!: string;

  @Field({ description: 'Whom to invite.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() : value))
  @IsEmail()
  @MaxLength(MAX_EMAIL)
  email!: string;

  @Field({ description: 'Key of the role.' })
  @IsNotEmpty()
  @MaxLength(MAX_ROLE_KEY)
  role!: string;
}

/** Outcome of inviteMember. */
export const InviteMemberResult = createUnionType({
  name: 'InviteMemberResult',
  description: 'Outcome of inviteMember.',
  types: () => [InvitationCreated, AlreadyMember, NotFound] as const,
});

/** Outcome of revokeInvitation. */
export const RevokeInvitationResult = createUnionType({
  name: 'RevokeInvitationResult',
  description: 'Outcome of revokeInvitation.',
  types: () => [Invitation, NotFound] as const,
});
