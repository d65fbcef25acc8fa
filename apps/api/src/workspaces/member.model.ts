import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsNotEmpty, IsUUID, MaxLength } from 'class-validator';
import { Node } from '../platform/graphql/node.type.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { DateTime } from '../platform/graphql/scalars.ts';
import { LastOwner } from './refusals.ts';
import { MAX_ROLE_KEY } from './role.model.ts';

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
