import { Field, Int, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../platform/graphql/connection.ts';
import { Node } from '../platform/graphql/node.type.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { DateTime } from '../platform/graphql/scalars.ts';
import { Channel } from './channel.model.ts';

/** How far a delivery has come. */
export enum InboundMessageStatus {
  PENDING = 'pending',
  APPLIED = 'applied',
  FAILED = 'failed',
  REJECTED = 'rejected',
  DISMISSED = 'dismissed',
}
registerEnumType(InboundMessageStatus, {
  name: 'InboundMessageStatus',
  description: 'REJECTED: not understood. FAILED: understood, but could not be applied. Both wait for a person.',
});

/** A delivery that could not become a message. */
@ObjectType({
  implements: () => Node,
  description: 'A delivery that could not become a message: what came is kept, a person can retry or dismiss it.',
})
export class InboundMessage extends Node {
  @Field(() => Channel, { description: 'The channel it came by.' })
  channel!: Channel;

  @Field({ description: "The channel's id of the message, or a fingerprint where none could be read." })
  externalId!: string;

  @Field(() => InboundMessageStatus, { description: 'How far it has come.' })
  status!: InboundMessageStatus;

  @Field(() => String, { nullable: true, description: 'Stable code of the problem.' })
  problemCode!: string | null;

  @Field(() => String, { nullable: true, description: 'The problem in words, for developers.' })
  problem!: string | null;

  @Field({ description: 'What came, as text; the first 20,000 characters.' })
  body!: string;

  @Field(() => DateTime, { description: 'When it came.' })
  receivedAt!: Date;

  @Field(() => Int, { description: 'How often applying it was tried.' })
  attempts!: number;

  channelId!: string;
}

@ObjectType({ description: 'A page of deliveries, newest first.' })
export class InboundMessageConnection extends connectionOf('InboundMessage', InboundMessage) {}

export const RetryInboundResult = createUnionType({
  name: 'RetryInboundResult',
  description: 'The delivery as it stands now, or that there is none.',
  types: () => [InboundMessage, NotFound] as const,
});
