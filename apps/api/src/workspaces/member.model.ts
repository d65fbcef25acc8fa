import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsNotEmpty, IsUUID, MaxLength } from 'class-validator';
import { Node } from '../platform/graphql/node.type.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { DateTime } from '../platform/graphql/scalars.ts';
import { LastOwner } from './refusals.ts';

/** Longest key of a role. */
export const MAX_ROLE_KEY = 40;

/** A person in the workspace. */
@ObjectType({ implements: () => Node, description: 'A person in the workspace.' })
export class Member extends Node {
  @Field({ description: 'Name in this workspace.' })
  name!: string;

  @Field({ description: 'E-mail.' })
  email!: string;

  @Field({ description: 'Key of the role.' })
  role!: string;

  @Field({ description: 'active or removed.' })
  status!: string;

  @Field(() => DateTime, { description: 'When the person joined.' })
  createdAt!: Date | string;
}

/** A role of the workspace: permissions as data. */
@ObjectType({ implements: () => Node, description: 'A role of the workspace.' })
export class Role extends Node {
  @Field({ description: 'Key, such as senior_rep.' })
  key!: string;

  @Field(() => [String], { description: 'What it allows.' })
  permissions!: string[];

  @Field({ description: 'True when its members see only the records they own.' })
  ownRecordsOnly!: boolean;
}

/** A new role for a member. */
@InputType({ description: 'A new role for a member.' })
export class ChangeMemberRoleInput {
  @Field(() => ID, { description: 'The member.' })
  @IsUUID()
  memberId!: string;

  @Field({ description: 'Key of the new role.' })
  @IsNotEmpty()
  @MaxLength(MAX_ROLE_KEY)
  role!: string;
}

/** Outcome of a change to a member. */
export const ChangeMemberResult = createUnionType({
  name: 'ChangeMemberResult',
  description: 'Outcome of a change to a member.',
  types: () => [Member, NotFound, LastOwner] as const,
});
