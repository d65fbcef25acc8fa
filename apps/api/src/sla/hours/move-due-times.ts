import { Injectable } from '@nestjs/common';
import { moveDueTimes, type OpenClock } from '@dangol/crm';
import { TenantDatabase, type TenantContext } from '@dangol/db';
import { SlaSettings } from '../sla-settings.ts';

interface OpenInquiry {
  id: string;
  opened_at: Date;
  target_minutes: number;
  due_at: Date;
}

const toClock = ({ id, opened_at, target_minutes, due_at }: OpenInquiry): OpenClock => ({
  id,
  openedAtMs: opened_at.getTime(),
  targetMinutes: target_minutes,
  dueAtMs: due_at.getTime(),
});

/** The clocks of everything that waits. */
export async function queryOpenClocks(database: TenantDatabase, ctx: TenantContext): Promise<OpenClock[]> {
  const rows = await database.query<OpenInquiry>(
    ctx,
    `select id, opened_at, target_minutes, due_at from inquiries where workspace_id = $1 and status = 'open'`,
    [ctx.workspaceId],
  );
  return rows.map(toClock);
}

/** Gives open inquiries the due time of the hours that stand, from their original start (spec sla, rule 9); closed ones keep theirs. */
@Injectable()
export class DueTimeMover {
  constructor(
    private readonly database: TenantDatabase,
    private readonly settings: SlaSettings,
  ) {}

  /** Moves at most `limit` that were measured under other hours; how many those were, and how many got another due time. */
  async move(ctx: TenantContext, limit: number): Promise<{ measured: number; moved: number }> {
    const { calendar, calendarId } = await this.settings.current(ctx);
    // Conversations first, in one order: whoever refreshes a single clock locks its conversation before its inquiry.
    const rows = await this.database.query<OpenInquiry>(
      ctx,
      `select i.id, i.opened_at, i.target_minutes, i.due_at from inquiries i
       join conversations c on c.workspace_id = i.workspace_id and c.id = i.conversation_id
       where i.workspace_id = $1 and i.status = 'open' and i.business_calendar_id <> $2
       order by c.id limit $3 for update of c, i`,
      [ctx.workspaceId, calendarId, limit],
    );
    if (rows.length === 0) return { measured: 0, moved: 0 };
    const moved = moveDueTimes(rows.map(toClock), calendar);
    await this.database.query(
      ctx,
      `with moved as (
         select * from unnest($3::uuid[], $4::timestamptz[]) as t (id, due_at)),
       inquiry as (
         update inquiries i set due_at = m.due_at, business_calendar_id = $2 from moved m
         where i.workspace_id = $1 and i.id = m.id returning i.conversation_id, i.due_at)
       update conversations c set due_at = inquiry.due_at from inquiry
       where c.workspace_id = $1 and c.id = inquiry.conversation_id and c.status = 'waiting'`,
      [ctx.workspaceId, calendarId, moved.map(({ id }) => id), moved.map(({ dueAtMs }) => new Date(dueAtMs))],
    );
    const others = rows.filter((row, index) => row.due_at.getTime() !== moved[index]!.dueAtMs);
    return { measured: rows.length, moved: others.length };
  }
}
