import { Injectable } from '@nestjs/common';
import type { ConversationEntry } from '@dangol/crm';
import { EventLog, JobQueue, TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { PREPARE_DRAFT } from '../assistant/index.ts';
import { RegradeBuyerUseCase, RegradeBuyersUseCase } from '../buyers/index.ts';
import { ChannelPulse } from '../channels/index.ts';
import { ChangeStageUseCase } from '../pipeline/index.ts';
import { refreshPromise } from '../promises/index.ts';
import { AssignOwnerUseCase } from '../resources/index.ts';
import { AskForAcknowledgements } from './acknowledgements/ask-for-acknowledgements.ts';
import { MESSAGES_OF_THE_PAST, RefreshClocksUseCase, decisionEntry, type RefreshRequest } from '../sla/index.ts';
import { ThreadMessagesUseCase, type Arrival, type ThreadedMessage } from './thread-messages.use-case.ts';

/** A message to take in, and the decisions about it that came with it: such as that it is spam. */
export interface Incoming extends Arrival {
  readonly decisions?: readonly { readonly verb: string; readonly at: Date }[];
}

/** A draft can wait a moment; a message that has come in and is not in the queue yet cannot. */
const AFTER_WHAT_CAME_IN = 10;

type Fresh = ThreadedMessage & { readonly incoming: Incoming };

/**
 * Takes in messages whose buyers are registered: threads, stages, grades, owners, clocks and drafts follow. The one way for what
 * a channel delivers and for what a file brings, so that both end in the same queue.
 */
@Injectable()
export class TakeInMessagesUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly threadMessages: ThreadMessagesUseCase,
    private readonly changeStage: ChangeStageUseCase,
    private readonly regradeBuyer: RegradeBuyerUseCase,
    private readonly regradeBuyers: RegradeBuyersUseCase,
    private readonly assignOwner: AssignOwnerUseCase,
    private readonly refreshClocks: RefreshClocksUseCase,
    private readonly acknowledgements: AskForAcknowledgements,
    private readonly pulse: ChannelPulse,
    private readonly jobs: JobQueue,
    private readonly events: EventLog,
  ) {}

  /** Answers where each message ended up. Messages that were known change nothing. */
  execute(
    ctx: TenantContext,
    channelId: string,
    incoming: readonly Incoming[],
    now: Date,
    importId: string | null = null,
  ): Promise<ThreadedMessage[]> {
    return this.unitOfWork.run(ctx, async () => {
      const threaded = await this.threadMessages.execute(ctx, channelId, incoming, now, importId);
      const fresh = threaded.flatMap((message, index): Fresh[] =>
        message.known ? [] : [{ ...message, incoming: incoming[index]! }],
      );
      if (fresh.length === 0) return threaded;
      await this.followBuyers(ctx, fresh, now);
      await this.followClocks(ctx, fresh, now);
      for (const conversationId of answeredElsewhere(fresh))
        await refreshPromise(this.database, this.jobs, ctx, conversationId);
      const asking = newestQuestions(fresh);
      await this.askForDrafts(ctx, asking);
      await this.acknowledgements.execute(ctx, channelId, asking);
      if (fresh.some(({ incoming }) => !incoming.past)) await this.pulse.beat(ctx, channelId, now);
      return threaded;
    });
  }

  private async followBuyers(ctx: TenantContext, fresh: readonly Fresh[], now: Date): Promise<void> {
    const buyerIds = [...new Set(fresh.map(({ incoming }) => incoming.buyerId))];
    await this.changeStage.followMessages(ctx, lastWritten(fresh), now);
    const [only, ...others] = buyerIds;
    if (others.length === 0) await this.regradeBuyer.execute(ctx, only!, 'message', now);
    else await this.regradeBuyers.execute(ctx, buyerIds, 'message', now);
    await this.assignOwner.executeMany(ctx, buyerIds, now);
  }

  private async followClocks(ctx: TenantContext, fresh: readonly Fresh[], now: Date): Promise<void> {
    const over: string[] = [];
    const running: RefreshRequest[] = [];
    for (const [conversationId, messages] of byConversation(fresh)) {
      const { buyerId } = messages[0]!.incoming;
      const past = messages.filter(({ incoming }) => incoming.past).map(({ messageId }) => messageId);
      const about = { subjectKind: 'conversation', subjectId: conversationId, conversationId, buyerId };
      if (past.length > 0)
        this.events.append(ctx, { ...about, verb: MESSAGES_OF_THE_PAST, data: { messageIds: past } });
      if (messages.every(({ opened, incoming }) => opened && incoming.past)) {
        over.push(conversationId);
        continue;
      }
      const pending: ConversationEntry[] = [];
      for (const { messageId, incoming } of messages) {
        for (const { verb, at } of incoming.decisions ?? []) {
          this.events.append(ctx, { ...about, verb, at });
          pending.push(decisionEntry(`${messageId}:${verb}`, verb, at));
        }
      }
      running.push({ conversationId, pending, past: new Set(past) });
    }
    await this.refreshClocks.executeMany(ctx, running, now);
    await this.refreshClocks.executeForPast(ctx, over);
  }

  private async askForDrafts(ctx: TenantContext, messageIds: readonly string[]): Promise<void> {
    await this.jobs.enqueueMany(
      ctx,
      messageIds.map((messageId) => ({
        task: PREPARE_DRAFT,
        payload: { messageId },
        key: `draft:${messageId}`,
        priority: AFTER_WHAT_CAME_IN,
      })),
    );
  }
}

/** The newest message of each thread that asks for an answer: a draft for an older one would be outdated when it is ready. */
function newestQuestions(fresh: readonly Fresh[]): string[] {
  return [...byConversation(fresh).values()].flatMap((messages) => {
    const newest = messages.reduce((last, next) => (sentAt(next) >= sentAt(last) ? next : last));
    const { body, past, autoSubmitted, decisions = [] } = newest.incoming;
    return past || autoSubmitted || body.direction !== 'inbound' || decisions.length > 0 ? [] : [newest.messageId];
  });
}

/** Conversations that were there and got a reply outside of here: it keeps what a holding reply promised. */
function answeredElsewhere(fresh: readonly Fresh[]): Set<string> {
  const replies = fresh.filter(
    ({ opened, incoming }) => !opened && !incoming.past && incoming.body.direction === 'outbound',
  );
  return new Set(replies.map(({ conversationId }) => conversationId));
}

/** When each buyer wrote last; what is past wakes nobody. */
function lastWritten(fresh: readonly Fresh[]): Map<string, Date> {
  const last = new Map<string, Date>();
  for (const message of fresh) {
    const { buyerId, body, past } = message.incoming;
    if (past || body.direction !== 'inbound') continue;
    const before = last.get(buyerId)?.getTime() ?? -Infinity;
    last.set(buyerId, new Date(Math.max(before, sentAt(message))));
  }
  return last;
}

function byConversation(fresh: readonly Fresh[]): Map<string, Fresh[]> {
  const threads = new Map<string, Fresh[]>();
  for (const message of fresh) {
    const messages = threads.get(message.conversationId);
    if (messages) messages.push(message);
    else threads.set(message.conversationId, [message]);
  }
  return threads;
}

function sentAt({ incoming }: Fresh): number {
  return new Date(incoming.body.sentAt).getTime();
}
