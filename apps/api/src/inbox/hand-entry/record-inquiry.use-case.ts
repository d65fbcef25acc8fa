import { Injectable } from '@nestjs/common';
import {
  BuyerIdentitiesRepository,
  BuyersRepository,
  ChannelsRepository,
  EventLog,
  TenantDatabase,
  UnitOfWork,
  newId,
  refuse,
  wholeWorkspace,
  type Refused,
  type TenantContext,
} from '@dangol/db';
import { RegisterBuyerUseCase } from '../../buyers/index.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { TakeInMessagesUseCase } from '../take-in-messages.use-case.ts';
import { queryBuyerOf } from './find-buyer.query.ts';
import { InvalidEntry, type RecordInquiryInput } from './hand-entry.model.ts';
import { readPerson, type Person } from './read-person.ts';

/** A buyer's inquiry that came by word of mouth, and where it stands now. */
export type RecordInquiryOutcome = { conversationId: string } | Refused<NotFound | InvalidEntry>;

/** Takes in what a person wrote down, by the one way that every message takes: buyer, thread, stage, grade, owner and clocks follow. */
@Injectable()
export class RecordInquiryUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly channels: ChannelsRepository,
    private readonly buyers: BuyersRepository,
    private readonly identities: BuyerIdentitiesRepository,
    private readonly registerBuyer: RegisterBuyerUseCase,
    private readonly takeIn: TakeInMessagesUseCase,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  async execute(caller: RequestContext, input: RecordInquiryInput): Promise<RecordInquiryOutcome> {
    if (input.buyerId && !(await this.buyers.findById(caller, input.buyerId))) return refuse(new NotFound());
    const ctx = wholeWorkspace(caller); // a buyer is found whoever has it, so that no second one is made
    return this.unitOfWork.run<RecordInquiryOutcome>(ctx, async () => {
      const channel = await this.channels.findById(ctx, input.channelId);
      if (channel?.kind !== 'manual') return refuse(new NotFound());
      await this.lock(ctx, input.id);
      const known = await this.conversationOf(ctx, channel.id, input.id);
      if (known) return { conversationId: known };
      if (channel.status === 'paused') return refuse(new InvalidEntry('channelId', 'The channel is paused'));
      const now = this.clock.now();
      if (input.at > now) return refuse(new InvalidEntry('at', 'It cannot have been said in the future'));
      const buyerId = await this.buyerOf(caller, ctx, input, now);
      if (buyerId instanceof InvalidEntry) return refuse(buyerId);
      const body = {
        externalId: input.id,
        sentAt: input.at.toISOString(),
        direction: 'inbound' as const,
        conversation: { externalId: input.id, ...(input.subject?.trim() && { subject: input.subject.trim() }) },
        text: input.text,
      };
      const [threaded] = await this.takeIn.execute(ctx, channel.id, [{ buyerId, body }], now);
      const { conversationId } = threaded!;
      const about = { subjectKind: 'conversation', subjectId: conversationId, conversationId, buyerId };
      this.events.append(ctx, { ...about, verb: 'inquiry.recorded', data: { channelId: channel.id } });
      return { conversationId };
    });
  }

  private async buyerOf(
    caller: RequestContext,
    ctx: RequestContext,
    input: RecordInquiryInput,
    now: Date,
  ): Promise<string | InvalidEntry> {
    if (input.buyerId) return this.named(ctx, input, input.buyerId, now);
    const person = readPerson(input);
    if (person instanceof InvalidEntry) return person;
    if (caller.ownRecordsOnly && !caller.member)
      return new InvalidEntry('name', 'This role sees only its own buyers, and a key owns none');
    const found = await queryBuyerOf(this.database, ctx, person);
    if (!found) return this.register(caller, ctx, input, person, now);
    if (!(await this.isOf(caller, found)))
      return new InvalidEntry('email', 'A colleague has this buyer; ask them to write it down');
    return this.named(ctx, input, found, now);
  }

  /** Whether the caller sees the buyer. The unit reads the whole workspace, so the rule of own records is asked here. */
  private async isOf(caller: RequestContext, buyerId: string): Promise<boolean> {
    if (!caller.ownRecordsOnly) return true;
    return (await this.buyers.getById(wholeWorkspace(caller), buyerId)).ownerId === caller.member?.id;
  }

  private async register(
    caller: RequestContext,
    ctx: RequestContext,
    input: RecordInquiryInput,
    person: Person,
    now: Date,
  ): Promise<string> {
    const described = { ...person, channelId: input.channelId, externalId: input.id, seenAt: input.at };
    const buyerId = await this.registerBuyer.execute(ctx, described, now);
    // Who sees only their own buyers makes them their own.
    if (caller.ownRecordsOnly && caller.member) await this.buyers.update(ctx, buyerId, { ownerId: caller.member.id });
    return buyerId;
  }

  /** A buyer who is there becomes known on this channel too. */
  private async named(ctx: TenantContext, input: RecordInquiryInput, buyerId: string, now: Date): Promise<string> {
    const { channelId, at: seenAt } = input;
    const [known] = await this.identities.find(ctx, { channelId, buyerId }, { limit: 1 });
    if (!known)
      await this.identities.insert(ctx, {
        id: newId(),
        buyerId,
        channelId,
        externalId: input.id,
        displayName: input.name?.trim() || null,
        platformLevel: null,
        seenAt,
        createdAt: now,
      });
    return buyerId;
  }

  private async conversationOf(ctx: TenantContext, channelId: string, externalId: string): Promise<string | null> {
    const [row] = await this.database.query<{ conversation_id: string }>(
      ctx,
      `select conversation_id from messages where workspace_id = $1 and channel_id = $2 and external_id = $3`,
      [ctx.workspaceId, channelId, externalId],
    );
    return row?.conversation_id ?? null;
  }

  /** The same entry sent twice at once waits here for itself. */
  private async lock(ctx: TenantContext, id: string): Promise<void> {
    await this.database.query(ctx, `select pg_advisory_xact_lock(hashtextextended('hand-entry:' || $1 || $2, 0))`, [
      ctx.workspaceId,
      id,
    ]);
  }
}
