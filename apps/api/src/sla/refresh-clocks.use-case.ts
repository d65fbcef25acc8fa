import { Injectable } from '@nestjs/common';
import type { ConversationEntry } from '@dangol/crm';
import { EventLog, JobQueue, TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { BuyerDays } from './clocks/buyer-days.ts';
import { readLogs, type ReadLogs } from './clocks/conversation-logs.query.ts';
import { DeriveClocks } from './clocks/derive-clocks.ts';
import { storeAnsweredStates } from './clocks/queue-state.query.ts';
import { lockServedConversations } from './clocks/served-conversations.query.ts';
import { noClockChanges, storeClocks, type ClockChanges } from './clocks/store-clocks.query.ts';
import type { InquiryRow } from './clocks/stored-clocks.ts';
import { wakeQueue } from './wake-queue.ts';

/** A conversation whose clocks follow its log. */
export interface RefreshRequest {
  readonly conversationId: string;
  /** Decisions of this very transaction, which the event log does not hold yet. */
  readonly pending?: readonly ConversationEntry[];
  /** Its messages of the past that this very transaction brings. */
  readonly past?: ReadonlySet<string>;
}

/**
 * Derives conversations' inquiries, cases, buyer-days, alarms and due times anew from their whole logs (spec sla): any order of
 * arrival ends the same. Open clocks are measured under the current policy and calendar from their original start; closed ones
 * keep theirs. Three statements however many conversations, a fourth when the next alarm comes sooner, and rarely others when
 * a buyer-day loses its message.
 */
@Injectable()
export class RefreshClocksUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly deriveClocks: DeriveClocks,
    private readonly buyerDays: BuyerDays,
    private readonly jobs: JobQueue,
    private readonly events: EventLog,
  ) {}

  /** One conversation; see RefreshRequest. */
  async execute(
    ctx: TenantContext,
    conversationId: string,
    now: Date,
    pending: readonly ConversationEntry[] = [],
    past: ReadonlySet<string> = new Set(),
  ): Promise<void> {
    await this.executeMany(ctx, [{ conversationId, pending, past }], now);
  }

  /** Many at once; answers how many inquiries got another due time. Throws when a conversation does not exist. */
  executeMany(ctx: TenantContext, requests: readonly RefreshRequest[], now: Date): Promise<number> {
    if (requests.length === 0) return Promise.resolve(0);
    return this.unitOfWork.run(ctx, async () => {
      const byId = new Map(requests.map((request) => [request.conversationId, request]));
      const served = await lockServedConversations(this.database, ctx, [...byId.keys()]);
      const missing = [...byId.keys()].find((id) => !served.some((conversation) => conversation.id === id));
      if (missing) throw new Error(`Conversation ${missing} does not exist`);
      const past = new Set(requests.flatMap((request) => [...(request.past ?? [])]));
      const read = await readLogs(this.database, ctx, served, past);
      const changes = noClockChanges();
      const conversations = served.map((conversation) => {
        const { entries, authorOf } = read.logs.get(conversation.id)!;
        const pending = byId.get(conversation.id)!.pending ?? [];
        return { served: conversation, log: { entries: [...entries, ...pending], authorOf } };
      });
      for (const conversation of conversations)
        for (const row of await this.deriveClocks.derive(ctx, conversation, read, changes, now.getTime()))
          this.appendAnswered(ctx, row);
      await this.buyerDays.derive(ctx, conversations, read.stored.buyerDays, changes);
      await storeClocks(this.database, ctx, changes, now);
      await this.wake(ctx, changes, read, now);
      const dueBefore = new Map(read.stored.inquiries.map(({ id, dueMs }) => [id, dueMs]));
      return changes.inquiries.filter(({ id, dueMs }) => dueBefore.has(id) && dueBefore.get(id) !== dueMs).length;
    });
  }

  /** The same for threads of which all is the past: they have no inquiries, and no clock runs. In one statement. */
  executeForPast(ctx: TenantContext, conversationIds: readonly string[]): Promise<void> {
    return this.unitOfWork.run(ctx, () => storeAnsweredStates(this.database, ctx, conversationIds));
  }

  /** A job waits for the next alarm already; it is called only for an earlier one, or when that one is ringing right now. */
  private async wake(
    ctx: TenantContext,
    { alarms }: ClockChanges,
    { nextAlarmMs }: ReadLogs,
    now: Date,
  ): Promise<void> {
    if (alarms.length === 0) return;
    const earliestMs = Math.min(...alarms.map(({ atMs }) => atMs));
    const waits = nextAlarmMs !== null && nextAlarmMs > now.getTime() && nextAlarmMs <= earliestMs;
    if (!waits) await wakeQueue(this.jobs, ctx, new Date(earliestMs));
  }

  private appendAnswered(ctx: TenantContext, row: InquiryRow): void {
    this.events.append(ctx, {
      verb: 'inquiry.answered',
      subjectKind: 'conversation',
      subjectId: row.conversationId,
      conversationId: row.conversationId,
      buyerId: row.buyerId,
      data: { wallMinutes: Math.round((row.wallMs ?? 0) / 60_000), met: row.met },
    });
  }
}
