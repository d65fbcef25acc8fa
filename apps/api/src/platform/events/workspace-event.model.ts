import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { StoredEvent } from '@dangol/db';
import { BigIntScalar } from '../graphql/scalars.ts';

/** An event of the log as live readers see it: ids only, the screen fetches what it needs. */
@ObjectType({ description: 'Something that happened in the workspace.' })
export class WorkspaceEvent {
  @Field(() => BigIntScalar, { description: 'Place in the log; rises by one from event to event.' })
  position!: string;

  @Field(() => Date, { description: 'When it happened.' })
  at!: Date;

  @Field({ description: 'What happened, such as message.received.' })
  verb!: string;

  @Field({ description: 'What kind of thing it happened to.' })
  subjectKind!: string;

  @Field(() => ID, { description: 'The thing it happened to.' })
  subjectId!: string;

  @Field(() => ID, { nullable: true, description: 'The buyer concerned.' })
  buyerId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The conversation concerned.' })
  conversationId!: string | null;

  @Field({ description: 'Who did it: member, api_key, assistant, channel or system.' })
  actorKind!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the actor; null for the system.' })
  actorId!: string | null;
}

/** The same event without its data: that may name things the reader's role cannot see. */
export function toWorkspaceEvent({ id: _id, data: _data, ...event }: StoredEvent): WorkspaceEvent {
  return event;
}
