import { Injectable } from '@nestjs/common';
import { TenantDatabase, type TenantContext } from '@dangol/db';
import { RefreshClocksUseCase } from '../../sla/index.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { Dependent } from '../import-applier.ts';
import { removeCreated } from '../imported-rows.ts';

/** Takes away the messages that an import brought, with the drafts and inquiries they made, and the threads that are empty then. */
@Injectable()
export class InquiriesUndo {
  constructor(
    private readonly database: TenantDatabase,
    private readonly refreshClocks: RefreshClocksUseCase,
    private readonly clock: Clock,
  ) {}

  /** What people and channels have done since in the threads that the import brought messages to. */
  dependents(ctx: TenantContext, importId: string): Promise<Dependent[]> {
    return this.database.query<Dependent>(ctx, DEPENDENTS, [ctx.workspaceId, importId]);
  }

  /** The next threads with up to about `limit` messages; 0 when nothing is left. */
  async undo(ctx: TenantContext, importId: string, limit: number): Promise<number> {
    const threads = await this.database.query<{ id: string }>(
      ctx,
      `select distinct conversation_id as id from (
         select conversation_id from messages where workspace_id = $1 and import_id = $2 limit $3) m order by 1`,
      [ctx.workspaceId, importId, limit],
    );
    if (threads.length === 0) return removeCreated(this.database, ctx, importId, 'conversations', limit);
    const ids = threads.map(({ id }) => id);
    const removed = await this.removeMessages(ctx, importId, ids);
    const staying = await this.removeEmpty(ctx, importId, ids);
    const requests = staying.map((id) => ({ conversationId: id }));
    await this.refreshClocks.executeMany(ctx, requests, this.clock.now());
    return removed;
  }

  private async removeMessages(ctx: TenantContext, importId: string, threads: readonly string[]): Promise<number> {
    const params = [ctx.workspaceId, importId, threads];
    const brought = `select id from messages where workspace_id = $1 and import_id = $2 and conversation_id = any ($3::uuid[])`;
    await this.database.query(
      ctx,
      `delete from inquiries where workspace_id = $1 and conversation_id = any ($3::uuid[]) and opening_message_id in (${brought})`,
      params,
    );
    for (const table of ['resolutions', 'buyer_days'])
      await this.database.query(
        ctx,
        `delete from ${table} where workspace_id = $1 and conversation_id = any ($3::uuid[]) and opening_message_id in (${brought})`,
        params,
      );
    await this.database.query(
      ctx,
      `update buyer_days set responded_at = null, response_message_id = null, response_member_id = null, response_wall_ms = null
       where workspace_id = $1 and conversation_id = any ($3::uuid[]) and response_message_id in (${brought})`,
      params,
    );
    // One that an imported reply had ended is open again; its clocks are derived anew once the reply is gone.
    await this.database.query(
      ctx,
      `update inquiries set status = 'open', first_response_message_id = null, first_response_member_id = null
       where workspace_id = $1 and conversation_id = any ($3::uuid[]) and first_response_message_id in (${brought})`,
      params,
    );
    await this.database.query(ctx, `delete from drafts where workspace_id = $1 and message_id in (${brought})`, params);
    const gone = await this.database.query<{ id: string }>(
      ctx,
      `delete from messages where workspace_id = $1 and import_id = $2 and conversation_id = any ($3::uuid[]) returning id`,
      params,
    );
    return gone.length;
  }

  /** Answers the threads that stay: they were here before the import. */
  private async removeEmpty(ctx: TenantContext, importId: string, threads: readonly string[]): Promise<string[]> {
    const gone = await this.database.query<{ id: string }>(
      ctx,
      `delete from conversations where workspace_id = $1 and import_id = $2 and id = any ($3::uuid[]) returning id`,
      [ctx.workspaceId, importId, threads],
    );
    const empty = new Set(gone.map(({ id }) => id));
    return threads.filter((id) => !empty.has(id));
  }
}

/** Tables whose rows hang on a thread, and are a person's work. */
const WORK = ['sample_requests', 'attachments', 'reply_drafts', 'announcement_recipients'];

const DEPENDENTS = `
  with threads as materialized (
    select c.id, c.import_id, b.name from conversations c join buyers b on b.workspace_id = $1 and b.id = c.buyer_id
    where c.workspace_id = $1 and c.id in (select conversation_id from messages where workspace_id = $1 and import_id = $2))
  select what, count(*)::int as count, min(name) as example from (
    select 'messages' as what, t.name from threads t join messages m on m.workspace_id = $1 and m.conversation_id = t.id
    where m.import_id is distinct from $2 and m.created_at > (select run_at from imports where workspace_id = $1 and id = $2)
    ${WORK.map(
      (table) => `
    union all select '${table}', t.name from threads t join ${table} w on w.workspace_id = $1 and w.conversation_id = t.id where t.import_id = $2`,
    ).join('')}) d
  group by what order by what`;
