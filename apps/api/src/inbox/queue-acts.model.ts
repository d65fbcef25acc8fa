import { Field, ID, InputType, ObjectType, createUnionType } from '@nestjs/graphql';
import { TOPICS } from '@dangol/crm';
import { IsDate, IsIn, IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';
import { NotFound, Refusal } from '../platform/graphql/refusal.type.ts';
import { DateTime } from '../platform/graphql/scalars.ts';
import { StorableText } from '../platform/graphql/storable-text.ts';
import { ConversationNotOpen, ConversationSaved } from './reply.model.ts';

@InputType({ description: 'Hides a waiting conversation for a while.' })
export class SnoozeInput {
  @Field(() => ID, { description: 'The conversation.' })
  @IsUUID()
  conversationId!: string;

  @Field(() => DateTime, { description: 'When it comes back: in the future and before the due time.' })
  @IsDate()
  until!: Date;

  @Field({ description: 'Why, 1 to 500 characters.' })
  @StorableText()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'What a conversation is about, as a person says it.' })
export class SetTopicInput {
  @Field(() => ID, { description: 'The conversation.' })
  @IsUUID()
  conversationId!: string;

  @Field({ description: 'A triage code.' })
  @IsIn(TOPICS)
  topic!: string;
}

@ObjectType({ implements: () => Refusal, description: 'A snooze must end before the answer is due.' })
export class SnoozeTooLong extends Refusal {
  @Field(() => DateTime, { nullable: true, description: 'The latest instant; null when it is due already.' })
  latest: Date | null;

  constructor(latest: Date | null) {
    super('SNOOZE_TOO_LONG', 'A snooze must end before the answer is due');
    this.latest = latest;
  }
}

export const SnoozeResult = createUnionType({
  name: 'SnoozeResult',
  description: 'The hidden conversation, or why it was not hidden.',
  types: () => [ConversationSaved, ConversationNotOpen, NotFound, SnoozeTooLong] as const,
});
