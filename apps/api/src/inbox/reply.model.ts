import type { ChannelEntity } from '@dangol/db';
import { Field, ID, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  IsBoolean,
  IsDate,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
} from 'class-validator';
import { NotFound, Refusal } from '../platform/graphql/refusal.type.ts';
import { DateTime } from '../platform/graphql/scalars.ts';
import { StorableText } from '../platform/graphql/storable-text.ts';
import { Conversation, Message, ReplyDraft } from './conversation.model.ts';
import { ConversationStatus } from './inbox.model.ts';

/** Longest reply or note, characters. */
const MAX_TEXT = 50_000;

@ObjectType({
  implements: () => Refusal,
  description: 'Someone answered since the revision you were looking at; nothing was sent.',
})
export class ThreadMoved extends Refusal {
  @Field(() => Int, { description: 'The revision now.' })
  revision: number;

  /** Ids behind the field newMessages. */
  readonly newMessageIds: string[];

  constructor(revision: number, newMessageIds: string[]) {
    super('THREAD_MOVED', 'Someone has answered since the revision you were looking at; nothing was sent');
    this.revision = revision;
    this.newMessageIds = newMessageIds;
  }
}

@ObjectType({ implements: () => Refusal, description: 'The conversation does not allow this act in its status.' })
export class ConversationNotOpen extends Refusal {
  @Field(() => ConversationStatus, { description: 'Where it stands.' })
  status: ConversationStatus;

  constructor(status: ConversationStatus) {
    super('CONVERSATION_NOT_OPEN', `The conversation is ${status}`);
    this.status = status;
  }
}

@ObjectType({
  implements: () => Refusal,
  description:
    'The channel of the conversation carries no replies: its messages came from a file or were written down by hand, or it is not connected. Nothing was sent.',
})
export class ChannelCannotSend extends Refusal {
  constructor(kind: ChannelEntity['kind']) {
    super('CHANNEL_CANNOT_SEND', WHY_NOT[kind] ?? 'The channel has no address to which replies go');
  }
}

/** Why a kind of channel carries no replies, and what to do instead. */
const WHY_NOT: Partial<Record<ChannelEntity['kind'], string>> = {
  file: 'The conversation came from a file; no reply can be sent there',
  manual: 'The conversation was written down by hand; no reply can be sent there. Log a call instead',
};

@ObjectType({ implements: () => Refusal, description: 'The reply is no longer in a state that allows this.' })
export class AlreadySent extends Refusal {
  constructor() {
    super('ALREADY_SENT', 'The reply is already under way, delivered or cancelled');
  }
}

@ObjectType({ description: 'A reply or note as stored.' })
export class ReplySaved {
  @Field(() => Message, { description: 'The message.' })
  message: Message;

  @Field(() => Conversation, { description: 'Its conversation.' })
  conversation: Conversation;

  constructor(message: Message, conversation: Conversation) {
    this.message = message;
    this.conversation = conversation;
  }
}

@ObjectType({ description: 'A conversation after a change.' })
export class ConversationSaved {
  @Field(() => Conversation, { description: 'The conversation as stored.' })
  conversation: Conversation;

  constructor(conversation: Conversation) {
    this.conversation = conversation;
  }
}

export const SendReplyResult = createUnionType({
  name: 'SendReplyResult',
  description: 'The queued reply, or why nothing was sent.',
  types: () => [ReplySaved, ThreadMoved, ConversationNotOpen, ChannelCannotSend, NotFound] as const,
});
export const CancelReplyResult = createUnionType({
  name: 'CancelReplyResult',
  description: 'The reply as it stands now, or why nothing changed.',
  types: () => [ReplySaved, AlreadySent, NotFound] as const,
});
export const SaveReplyDraftResult = createUnionType({
  name: 'SaveReplyDraftResult',
  description: 'The saved text, or that there is no such conversation.',
  types: () => [ReplyDraft, NotFound] as const,
});
export const ConversationResult = createUnionType({
  name: 'ConversationResult',
  description: 'The changed conversation, or why nothing changed.',
  types: () => [ConversationSaved, ConversationNotOpen, NotFound] as const,
});

@InputType({
  description:
    'A reply. The client makes id (UUID v7); sending the same id again changes nothing and answers the same.',
})
export class SendReplyInput {
  @Field(() => ID, { description: 'UUID v7 made by the client.' })
  @IsUUID()
  id!: string;

  @Field(() => ID, { description: 'The conversation.' })
  @IsUUID()
  conversationId!: string;

  @Field({ description: 'The reply, 1 to 50,000 characters.' })
  @StorableText()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_TEXT)
  text!: string;

  @Field(() => ID, { nullable: true, description: "The assistant's draft that was inserted, if any." })
  @IsOptional()
  @IsUUID()
  draftId?: string | null;

  @Field(() => Int, { description: 'Conversation.revision that the writer was looking at.' })
  @IsInt()
  @Min(0)
  revision!: number;

  @Field({ defaultValue: false, description: 'Send although someone has answered since.' })
  @IsBoolean()
  overrideMoved: boolean = false;

  @Field(() => [ID], {
    nullable: true,
    description: "Files to send along: the caller's own of Conversation.pendingAttachments, at most 20.",
  })
  @IsOptional()
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(20)
  attachmentIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'The macro that was inserted, if any.' })
  @IsOptional()
  @IsUUID()
  macroId?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'A holding reply: until when the real answer is promised, within 60 days. It counts as the first response and is marked so.',
  })
  @IsOptional()
  @IsDate()
  promisedFor?: Date | null;
}

@InputType({ description: 'An internal note; it is never sent and stops no clock.' })
export class AddNoteInput {
  @Field(() => ID, { description: 'UUID v7 made by the client.' })
  @IsUUID()
  id!: string;

  @Field(() => ID, { description: 'The conversation.' })
  @IsUUID()
  conversationId!: string;

  @Field({ description: 'The note, 1 to 50,000 characters.' })
  @StorableText()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_TEXT)
  text!: string;
}

@InputType({ description: "What the viewer has typed so far; replaces the viewer's saved text of the conversation." })
export class SaveReplyDraftInput {
  @Field(() => ID, { description: 'The conversation.' })
  @IsUUID()
  conversationId!: string;

  @Field({ description: 'The text so far, at most 50,000 characters; may be empty.' })
  @StorableText()
  @IsString()
  @MaxLength(MAX_TEXT)
  text!: string;

  @Field(() => ID, { nullable: true, description: "The assistant's draft that was inserted, if any." })
  @IsOptional()
  @IsUUID()
  draftId?: string | null;
}

@InputType({ description: 'Ends an inquiry without a reply.' })
export class EndInquiryInput {
  @Field(() => ID, { description: 'The conversation.' })
  @IsUUID()
  conversationId!: string;

  @Field({ description: 'Why, 1 to 500 characters.' })
  @StorableText()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'Who has a conversation.' })
export class AssignConversationInput {
  @Field(() => ID, { description: 'The conversation.' })
  @IsUUID()
  conversationId!: string;

  @Field(() => ID, { nullable: true, description: 'The member; null for nobody.' })
  @IsOptional()
  @IsUUID()
  memberId?: string | null;
}
