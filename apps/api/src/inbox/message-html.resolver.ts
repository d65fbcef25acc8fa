import { Args, Field, ID, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Conversation, Message } from './conversation.model.ts';
import { queryMessagesById } from './conversation.query.ts';
import { MessageHtml } from './message-html.ts';

@ObjectType({
  description: 'HTML of a message that is safe to show: no script, form, frame, style or remote content.',
})
export class SafeHtml {
  @Field({ description: 'Sanitised HTML. Links open elsewhere and carry their host in data-host.' })
  html!: string;

  @Field(() => Int, { description: 'Remote images that were left out.' })
  blockedImages!: number;
}

/** A message as its writer laid it out. */
@Resolver(() => Message)
export class MessageHtmlResolver {
  constructor(private readonly html: MessageHtml) {}

  @ResolveField(() => SafeHtml, {
    nullable: true,
    description: "The message's HTML made safe; null for one without. Remote images load only when asked for.",
  })
  safeHtml(
    @Ctx() ctx: RequestContext,
    @Parent() message: Message,
    @Args('images', { type: () => Boolean, defaultValue: false }) images: boolean,
  ): Promise<SafeHtml | null> {
    return this.html.of(ctx, message.id, images);
  }
}

/** One message of a conversation, by its id. */
@Resolver(() => Conversation)
export class ConversationMessageResolver {
  constructor(private readonly database: TenantDatabase) {}

  @ResolveField(() => Message, { nullable: true, description: 'One message of it; null when it holds no such one.' })
  async message(
    @Ctx() ctx: RequestContext,
    @Parent() conversation: Conversation,
    @Args('id', { type: () => ID }, UuidPipe) id: string,
  ): Promise<Message | null> {
    const [message] = await queryMessagesById(this.database, ctx, [id]);
    return message?.conversationId === conversation.id ? message : null;
  }
}
