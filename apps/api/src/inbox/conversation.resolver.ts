import { Args, ArgsType, Field, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Attachment, queryPendingAttachments } from '../attachments/index.ts';
import { Draft, queryDraft } from '../assistant/index.ts';
import { Buyer, queryBuyer } from '../buyers/index.ts';
import { Channel, queryChannels } from '../channels/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { MAX_PAGE_SIZE } from '../platform/graphql/connection.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { SlaSettings } from '../sla/index.ts';
import { Member, queryMember } from '../workspaces/index.ts';
import { Conversation, Inquiry, Message, MessageConnection, ReplyDraft } from './conversation.model.ts';
import {
  queryConversation,
  queryInquiry,
  queryMessages,
  queryMessagesById,
  queryReplyDraft,
} from './conversation.query.ts';
import { ThreadMoved } from './reply.model.ts';

@ArgsType()
class MessagePageArgs {
  @Field(() => Int, { defaultValue: 50, description: `Messages wanted, 1 to ${MAX_PAGE_SIZE}.` })
  @Min(1)
  @Max(MAX_PAGE_SIZE)
  last!: number;

  @Field(() => String, { nullable: true, description: 'Cursor before which the page ends.' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  before?: string;
}

/** One conversation and what lies behind it. */
@Resolver(() => Conversation)
export class ConversationResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly settings: SlaSettings,
    private readonly clock: Clock,
  ) {}

  @Query(() => Conversation, { nullable: true, description: 'One conversation; null when there is none with this id.' })
  @Allow('inbox:read')
  conversation(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }, UuidPipe) id: string,
  ): Promise<Conversation | null> {
    return queryConversation(this.database, ctx, id, this.clock.now());
  }

  @ResolveField(() => Buyer, { description: 'Whose thread it is.' })
  async buyer(@Ctx() ctx: RequestContext, @Parent() conversation: Conversation): Promise<Buyer> {
    return (await queryBuyer(this.database, ctx, conversation.buyerId))!;
  }

  @ResolveField(() => Channel, { description: 'The channel it came by.' })
  async channel(@Ctx() ctx: RequestContext, @Parent() conversation: Conversation): Promise<Channel> {
    return (await queryChannels(this.database, ctx, conversation.channelId))[0]!;
  }

  @ResolveField(() => Member, { nullable: true, description: 'Who has it.' })
  async assignee(@Ctx() ctx: RequestContext, @Parent() conversation: Conversation): Promise<Member | null> {
    return conversation.assigneeId ? queryMember(this.database, ctx, conversation.assigneeId) : null;
  }

  @ResolveField(() => MessageConnection, { description: 'Messages and notes; edges are always oldest to newest.' })
  messages(
    @Ctx() ctx: RequestContext,
    @Parent() conversation: Conversation,
    @Args() page: MessagePageArgs,
  ): Promise<MessageConnection> {
    return queryMessages(this.database, ctx, conversation.id, page);
  }

  @ResolveField(() => Inquiry, { nullable: true, description: 'The newest inquiry.' })
  inquiry(@Ctx() ctx: RequestContext, @Parent() conversation: Conversation): Promise<Inquiry | null> {
    return queryInquiry(this.database, this.settings, ctx, conversation.id);
  }

  @ResolveField(() => Draft, {
    nullable: true,
    description: "The assistant's newest draft; null while it is being prepared.",
  })
  draft(@Ctx() ctx: RequestContext, @Parent() conversation: Conversation): Promise<Draft | null> {
    return queryDraft(this.database, ctx, { conversationId: conversation.id });
  }

  @ResolveField(() => ReplyDraft, { nullable: true, description: "The viewer's own unsent reply." })
  async replyDraft(@Ctx() ctx: RequestContext, @Parent() conversation: Conversation): Promise<ReplyDraft | null> {
    return ctx.member ? queryReplyDraft(this.database, ctx, conversation.id, ctx.member.id) : null;
  }

  @ResolveField(() => [Attachment], { description: 'Files that the viewer has added for the reply being written.' })
  pendingAttachments(@Ctx() ctx: RequestContext, @Parent() conversation: Conversation): Promise<Attachment[]> {
    return queryPendingAttachments(this.database, ctx, conversation.id, ctx.member?.id ?? null);
  }
}

/** The difference that a halted writer is shown. */
@Resolver(() => ThreadMoved)
export class ThreadMovedResolver {
  constructor(private readonly database: TenantDatabase) {}

  @ResolveField(() => [Message], { description: 'The replies that are new since.' })
  newMessages(@Ctx() ctx: RequestContext, @Parent() moved: ThreadMoved): Promise<Message[]> {
    return queryMessagesById(this.database, ctx, moved.newMessageIds);
  }
}
