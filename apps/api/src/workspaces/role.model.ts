import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';
import { Node } from '../platform/graphql/node.type.ts';
import { NotFound, Refusal } from '../platform/graphql/refusal.type.ts';
import { InvalidField, NameTaken } from '../platform/graphql/shared-refusals.ts';
import { StorableText } from '../platform/graphql/storable-text.ts';

/** Longest key of a role. */
export const MAX_ROLE_KEY = 40;
const MAX_PERMISSIONS = 200;

/** A role of the workspace: permissions as data. */
@ObjectType({ implements: () => Node, description: 'A role of the workspace.' })
export class Role extends Node {
  @Field({ description: 'Key, such as senior_rep; for a role made by the workspace the name it gave.' })
  key!: string;

  @Field(() => [String], { description: 'What it allows.' })
  permissions!: string[];

  @Field({ description: 'True when its members see only the records they own.' })
  ownRecordsOnly!: boolean;

  @Field(() => Int, { description: 'Active members who have it.' })
  memberCount!: number;

  @Field({ description: 'Every workspace begins with it.' })
  builtIn!: boolean;
}

/** The owner's role is as it is. */
@ObjectType({
  implements: () => Refusal,
  description: "The owner's role cannot be changed: somebody has to be able to.",
})
export class RoleFixed extends Refusal {
  constructor() {
    super('ROLE_FIXED', "the owner's role cannot be changed");
  }
}

/** Nobody hands out or takes away what they do not hold. */
@ObjectType({
  implements: () => Refusal,
  description: 'Nobody hands out or takes away what they do not hold. Nothing was saved.',
})
export class CannotGrant extends Refusal {
  @Field(() => [String], {
    description: 'Permissions that the caller lacks; empty when it is the view over all records that the caller lacks.',
  })
  readonly permissions: string[];

  constructor(permissions: readonly string[]) {
    super('CANNOT_GRANT', 'only what the caller holds can be handed out or taken away');
    this.permissions = [...permissions];
  }
}

@InputType({ isAbstract: true })
abstract class RoleInput {
  @Field({ description: `Its key; for a new role the name it is to have, 1 to ${MAX_ROLE_KEY} letters and digits.` })
  @StorableText()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().normalize('NFC') : value))
  @IsNotEmpty()
  @MaxLength(MAX_ROLE_KEY)
  key!: string;

  @Field(() => [String], { description: 'Everything it is to allow; see `permissions`.' })
  @IsArray()
  @ArrayMaxSize(MAX_PERMISSIONS)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  permissions!: string[];

  @Field({ description: 'True when its members are to see only the records they own.' })
  @IsBoolean()
  ownRecordsOnly!: boolean;
}

/** What a role is to allow from now on. */
@InputType({ description: 'What a role is to allow from now on; works at once for everybody who has it.' })
export class UpdateRoleInput extends RoleInput {}

/** A role to make. */
@InputType({ description: 'A role to make.' })
export class CreateRoleInput extends RoleInput {
  @Field(() => ID, { description: 'Made by the client (UUID v7); sending it again makes nothing more.' })
  @IsUUID()
  id!: string;
}

/** Outcome of updateRole and createRole. */
export const RoleResult = createUnionType({
  name: 'RoleResult',
  description: 'Outcome of updateRole and createRole.',
  types: () => [Role, NotFound, RoleFixed, CannotGrant, NameTaken, InvalidField] as const,
});
