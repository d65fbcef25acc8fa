import { newId } from '@dangol/db';
import type { SeededWorkspace, TestDatabase } from '@dangol/db/testing';

/** What a spec says of a response time; times are ISO instants. */
export interface ResponseRow {
  openedAt: string;
  respondedAt?: string | null;
  businessMinutes?: number | null;
  status?: string;
  buyerId?: string;
  channelId?: string;
  conversationId?: string;
  memberId?: string | null;
  ackAt?: string | null;
  dueAt?: string;
  met?: boolean | null;
  turn?: 'first' | 'next';
}

/** Writes what the clocks would have derived, so that a spec of a report can say it row by row. */
export class ResponseRows {
  private count = 0;

  constructor(private readonly db: Pick<TestDatabase, 'database' | 'unitOfWork'>) {}

  write(ctx: SeededWorkspace, sql: string, params: readonly unknown[] = []): Promise<unknown> {
    return this.db.unitOfWork.run(ctx, () => this.db.database.query(ctx, sql, [ctx.workspaceId, ...params]));
  }

  /** Removes the clocks that every seeded workspace has. */
  async clear(ctx: SeededWorkspace): Promise<void> {
    for (const table of [
      'clock_alarms',
      'buyer_days',
      'resolutions',
      'inquiries',
      'order_lines',
      'order_adjustments',
      'orders',
    ])
      await this.write(ctx, `delete from ${table} where workspace_id = $1`);
  }

  async buyer(
    ctx: SeededWorkspace,
    grade: string | null,
    country: string | null,
    ownerId: string | null = null,
  ): Promise<string> {
    const id = newId();
    await this.write(
      ctx,
      `insert into buyers (workspace_id, id, name, grade, country, owner_id, stage_since, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, '2026-01-01', '2026-01-01', '2026-01-01')`,
      [id, `Buyer ${country ?? '?'} ${grade ?? '?'}`, grade, country, ownerId],
    );
    return id;
  }

  async conversation(
    ctx: SeededWorkspace,
    buyerId: string,
    assigneeId: string | null = null,
    channelId = ctx.channelId,
  ): Promise<string> {
    const id = newId();
    await this.write(
      ctx,
      `insert into conversations (workspace_id, id, channel_id, external_id, buyer_id, status, assignee_id, grade_rank, level_rank, last_message_at, last_direction, created_at)
       values ($1, $2, $3, $4, $5, 'waiting', $6, 4, 5, '2026-01-01', 'inbound', '2026-01-01')`,
      [id, channelId, `thread-${(this.count += 1)}-${id}`, buyerId, assigneeId],
    );
    return id;
  }

  async inquiry(ctx: SeededWorkspace, row: ResponseRow): Promise<string> {
    const { id, conversationId, messageId, tookMs } = await this.opening(ctx, row);
    const ended = row.respondedAt ?? null;
    await this.write(
      ctx,
      `insert into inquiries (workspace_id, id, conversation_id, channel_id, buyer_id, opening_message_id, opened_at, status, ended_at, first_ack_at,
         first_response_member_id, target_minutes, sla_policy_id, business_calendar_id, due_at, response_business_seconds, response_wall_ms, met, turn)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 240, $12, $13, $14, $15, $16, $17, $18)`,
      [
        ...[id, conversationId, row.channelId ?? ctx.channelId, row.buyerId ?? ctx.buyerId, messageId, row.openedAt],
        ...[row.status ?? (ended ? 'answered' : 'open'), ended, row.ackAt ?? null, row.memberId ?? null],
        ...[ctx.policyId, ctx.calendarId, row.dueAt ?? row.openedAt],
        ...[ended ? (row.businessMinutes ?? 0) * 60 : null, tookMs, row.met ?? null, row.turn ?? 'first'],
      ],
    );
    return id;
  }

  async buyerDay(ctx: SeededWorkspace, row: ResponseRow & { excluded?: 'spam' | 'sender' }): Promise<string> {
    const { id, conversationId, messageId, tookMs } = await this.opening(ctx, row);
    await this.write(
      ctx,
      `insert into buyer_days (workspace_id, id, channel_id, buyer_id, conversation_id, opening_message_id, day, opened_at, responded_at,
         response_member_id, first_ack_at, response_wall_ms, excluded)
       values ($1, $2, $3, $4, $5, $6, ($7::timestamptz at time zone 'America/Los_Angeles')::date, $7, $8, $9, $10, $11, $12)`,
      [
        ...[id, row.channelId ?? ctx.channelId, row.buyerId ?? ctx.buyerId, conversationId, messageId, row.openedAt],
        ...[row.respondedAt ?? null, row.memberId ?? null, row.ackAt ?? null, tookMs, row.excluded ?? null],
      ],
    );
    return id;
  }

  private async opening(ctx: SeededWorkspace, row: ResponseRow) {
    const conversationId = row.conversationId ?? ctx.conversationId;
    const [id, messageId] = [newId(), newId()];
    await this.write(
      ctx,
      `insert into messages (workspace_id, id, conversation_id, channel_id, direction, author_kind, revision, text, sent_at, created_at)
       values ($1, $2, $3, $4, 'inbound', 'buyer', 9, 'x', $5, $5)`,
      [messageId, conversationId, row.channelId ?? ctx.channelId, row.openedAt],
    );
    const tookMs = row.respondedAt ? Date.parse(row.respondedAt) - Date.parse(row.openedAt) : null;
    return { id, conversationId, messageId, tookMs };
  }
}
