import { TenantDatabase, isRefused, newId, type TenantContext } from '@dangol/db';
import type { INestApplicationContext } from '@nestjs/common';
import { ReceiveMessageUseCase, signWebhook } from '../channels/index.ts';
import { ArrangeConversationUseCase, EndInquiryUseCase, SendReplyUseCase } from '../inbox/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import { identityOf, type BroughtCustomer } from './bring-customers.ts';
import { editDraft } from './edit-draft.ts';
import type { PlannedAct } from './plan-scenes.ts';
import type { Scene, SceneReply } from './scene.ts';
import type { SeededMember, SeededWorkspace } from './set-up-workspace.ts';

/** The channel needs this long to hand a message on. */
const CHANNEL_DELAY_MS = 2_000;

interface Thread {
  id: string;
  revision: number;
  assigneeId: string | null;
}

interface ReadyDraft {
  id: string;
  text: string;
  quotes: string[];
}

/** Does what the scenes say, each act through the use case that a channel's delivery or a person's click goes through. */
export class ScenePlayer {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly workspace: SeededWorkspace,
    private readonly customers: readonly BroughtCustomer[],
    private readonly sellerName: string,
  ) {}

  async play({ scene, act }: PlannedAct): Promise<void> {
    if (act.kind === 'message') return this.deliver(scene, act.index, act.text);
    const member = this.member(act.by);
    const thread = await this.thread(scene);
    switch (act.kind) {
      case 'reply':
        return this.reply(thread, member, act.reply);
      case 'note':
        return done(
          this.app
            .get(SendReplyUseCase)
            .addNote(member.ctx, { id: newId(), conversationId: thread.id, text: act.text }),
        );
      case 'assign':
        return done(this.app.get(ArrangeConversationUseCase).assign(member.ctx, thread.id, this.member(act.to).id));
      case 'decline':
        return done(
          this.app.get(EndInquiryUseCase).decline(member.ctx, { conversationId: thread.id, reason: act.reason }),
        );
      case 'spam':
        return done(
          this.app.get(EndInquiryUseCase).reportSpam(member.ctx, { conversationId: thread.id, reason: act.reason }),
        );
    }
  }

  private async deliver(scene: Scene, index: number, text: string): Promise<void> {
    const channel = this.channel(scene);
    const now = this.app.get(Clock).now();
    const raw = Buffer.from(
      JSON.stringify({
        externalId: index === 0 ? scene.inquiry : `${scene.inquiry}-${index + 1}`,
        sentAt: new Date(now.getTime() - CHANNEL_DELAY_MS).toISOString(),
        conversation: { externalId: scene.inquiry },
        sender: this.senderOf(scene),
        text,
      }),
    );
    const timestamp = String(Math.floor(now.getTime() / 1000));
    const signature = signWebhook(channel.secret, timestamp, raw);
    await this.app.get(ReceiveMessageUseCase).execute({ channelKey: channel.key, timestamp, signature, raw });
  }

  private senderOf({ from, channel, inquiry }: Scene): Record<string, unknown> {
    if (typeof from !== 'number') {
      const { level, ...person } = from;
      return {
        externalId: from.email ?? `${channel}-${inquiry.toLowerCase()}`,
        ...person,
        ...(level && { platformLevel: level }),
      };
    }
    const customer = this.customers[from - 1];
    if (!customer?.channels.includes(channel)) throw new Error(`customer ${from} of ${inquiry} is not on ${channel}`);
    const { contact: name, company, country, email, level } = customer;
    const externalId = identityOf(customer, from, channel);
    const onMarketplace = channel === 'alibaba' || channel === 'aliexpress';
    return onMarketplace
      ? { externalId, name, company, country, ...(level && { platformLevel: level }) }
      : { externalId, name, company, country, email };
  }

  /** Who answers takes the conversation, unless it is somebody's already. */
  private async reply(thread: Thread, member: SeededMember, reply: SceneReply): Promise<void> {
    if (!thread.assigneeId)
      await done(this.app.get(ArrangeConversationUseCase).assign(member.ctx, thread.id, member.id));
    const draft = 'draft' in reply ? await this.readyDraft(member.ctx, thread.id) : null;
    const text = this.wording(reply, draft, member);
    const { id: conversationId, revision } = thread;
    const sent = {
      id: newId(),
      conversationId,
      text,
      revision,
      overrideMoved: false,
      ...(draft && { draftId: draft.id }),
    };
    await done(this.app.get(SendReplyUseCase).send(member.ctx, sent));
  }

  private wording(reply: SceneReply, draft: ReadyDraft | null, member: SeededMember): string {
    const signer = `${member.latinName}\n${this.sellerName}`;
    if ('draft' in reply)
      return draft ? editDraft(draft, reply.draft, signer) : `${reply.draft}\n\nBest regards,\n${signer}`;
    return reply.language === 'ko'
      ? `${reply.text}\n\n감사합니다.\n${member.name} 드림`
      : `${reply.text}\n\nBest regards,\n${signer}`;
  }

  private async thread(scene: Scene): Promise<Thread> {
    const ctx: TenantContext = this.workspace.owner.ctx;
    const [thread] = await this.app.get(TenantDatabase).query<Thread>(
      ctx,
      `select id, revision, assignee_id as "assigneeId" from conversations
       where workspace_id = $1 and channel_id = $2 and external_id = $3`,
      [ctx.workspaceId, this.channel(scene).id, scene.inquiry],
    );
    if (!thread) throw new Error(`the conversation of ${scene.inquiry} is not there`);
    return thread;
  }

  private async readyDraft(ctx: TenantContext, conversationId: string): Promise<ReadyDraft | null> {
    const [draft] = await this.app.get(TenantDatabase).query<ReadyDraft>(
      ctx,
      `select id, text, array(select jsonb_array_elements(content -> 'citations') ->> 'quote') as quotes from drafts
       where workspace_id = $1 and conversation_id = $2 and status = 'ready' order by created_at desc limit 1`,
      [ctx.workspaceId, conversationId],
    );
    return draft ?? null;
  }

  private channel(scene: Scene) {
    const channel = this.workspace.channels.get(scene.channel);
    if (!channel) throw new Error(`the demo has no channel ${scene.channel}`);
    return channel;
  }

  private member(key: string): SeededMember {
    const member = this.workspace.members.get(key);
    if (!member) throw new Error(`the demo has no member ${key}`);
    return member;
  }
}

/** In the demo nothing is refused: a refusal means that the scenes and the product no longer fit. */
async function done(outcome: Promise<unknown>): Promise<void> {
  const refused = await outcome;
  if (isRefused(refused)) throw new Error(`the demo was refused: ${JSON.stringify(refused)}`);
}
