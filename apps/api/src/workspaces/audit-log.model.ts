import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsNotEmpty, IsOptional, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { connectionOf, PageArgs } from '../platform/graphql/connection.ts';
import { BigIntScalar, DateTime, JsonScalar } from '../platform/graphql/scalars.ts';

/** Something that somebody did. */
@ObjectType({ description: 'Something that somebody did, with names. Events hold ids and non-personal values only.' })
export class AuditEntry {
  @Field(() => BigIntScalar, { description: 'Place in the log; rises by one from event to event.' })
  position!: string;

  @Field(() => DateTime, { description: 'When it happened.' })
  at!: Date;

  @Field({ description: 'What happened, such as note.private_read.' })
  verb!: string;

  @Field({ description: 'member, api_key, assistant, channel or system.' })
  actorKind!: string;

  @Field(() => String, { nullable: true, description: 'Name of the member, API key or channel, as it is now.' })
  actorName!: string | null;

  @Field({ description: 'Kind of thing it happened to.' })
  subjectKind!: string;

  @Field(() => ID, { description: 'The thing it happened to.' })
  subjectId!: string;

  @Field(() => ID, { nullable: true, description: 'The buyer concerned.' })
  buyerId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name as it is now; null when it was merged or erased.' })
  buyerName!: string | null;

  @Field(() => JsonScalar, { description: 'Ids, field names and non-personal values by verb.' })
  data!: unknown;
}

@ObjectType({ description: 'A page of the audit log, newest first.' })
export class AuditConnection extends connectionOf('Audit', AuditEntry) {}

/** Which entries. */
@InputType({ description: 'Which entries of the audit log.' })
export class AuditFilter {
  @Field(() => String, { nullable: true, description: 'Beginning of the verb, such as buyer. or note.private_read.' })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(60)
  @Matches(/^[a-z_.]*$/)
  verb?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who did it: id of a member, API key or channel.' })
  @IsOptional()
  @IsUUID()
  actorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The buyer concerned.' })
  @IsOptional()
  @IsUUID()
  buyerId?: string | null;
}

@ArgsType()
export class AuditLogArgs extends PageArgs {
  @Field(() => AuditFilter, { nullable: true, description: 'Which entries; all when left out.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AuditFilter)
  filter?: AuditFilter | null;
}
