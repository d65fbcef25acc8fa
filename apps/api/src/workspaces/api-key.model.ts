import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsNotEmpty, IsUUID, MaxLength } from 'class-validator';
import { Node } from '../platform/graphql/node.type.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { DateTime } from '../platform/graphql/scalars.ts';
import { MAX_ROLE_KEY } from './role.model.ts';

/** A key for programs. */
@ObjectType({ implements: () => Node, description: 'A key for programs, acting with a role.' })
export class ApiKey extends Node {
  @Field({ description: 'What it is for.' })
  name!: string;

  @Field({ description: 'Key of its role.' })
  role!: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date | string;

  @Field(() => DateTime, { nullable: true, description: 'When it was last used, to the minute.' })
  lastUsedAt!: Date | string | null;
}

/** A key with its token. */
@ObjectType({ description: 'A key with its token.' })
export class ApiKeyCreated {
  @Field(() => ApiKey, { description: 'The key.' })
  apiKey: ApiKey;

  @Field({ description: 'Shown once. Send it as `Authorization: Bearer dk_...`.' })
  token: string;

  constructor(apiKey: ApiKey, token: string) {
    this.apiKey = apiKey;
    this.token = token;
  }
}

/** A key to make. */
@InputType({ description: 'A key to make.' })
export class CreateApiKeyInput {
  @Field(() => ID, { description: 'Made by the client (UUID v7); sending it again gives the same key a fresh token.' })
  @IsUUID()
  id!: string;

  @Field({ description: 'What it is for.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;

  @Field({ description: 'Key of the role it acts with.' })
  @IsNotEmpty()
  @MaxLength(MAX_ROLE_KEY)
  role!: string;
}

/** Outcome of createApiKey. */
export const CreateApiKeyResult = createUnionType({
  name: 'CreateApiKeyResult',
  description: 'Outcome of createApiKey.',
  types: () => [ApiKeyCreated, NotFound] as const,
});

/** Outcome of revokeApiKey. */
export const RevokeApiKeyResult = createUnionType({
  name: 'RevokeApiKeyResult',
  description: 'Outcome of revokeApiKey.',
  types: () => [ApiKey, NotFound] as const,
});
