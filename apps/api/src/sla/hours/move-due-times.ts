import { Injectable } from '@nestjs/common';
import { TenantDatabase, type TenantContext } from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import { CURRENT_CALENDAR } from '../clocks/served-conversations.query.ts';
import { RefreshClocksUseCase } from '../refresh-clocks.use-case.ts';

/** Conversations of one statement: their logs are read at once. */
const CHUNK = 1_000;

/** The hours and targets that stand, by channel. */
const STANDING = `
  standing as materialized (
    select ch.id, ${CURRENT_CALENDAR} as calendar_id,
      (select id from sla_policies where workspace_id = $1 order by version desc limit 1) as policy_id
    from channels ch where ch.workspace_id = $1)`;
const outdated = (table: string, running: string): string => `
  select x.conversation_id as id from ${table} x join standing s on s.id = x.channel_id
  where x.workspace_id = $1 and ${running} and (x.business_calendar_id <> s.calendar_id or x.sla_policy_id <> s.policy_id)`;
const INQUIRIES = outdated('inquiries', `x.status = 'open'`);
const CASES = outdated('resolutions', `x.ended_at is null`);

/** What to move: inquiries that wait, or cases that run, too. */
export type MovedClocks = 'inquiries' | 'everything';

/**
 * Gives open inquiries and running cases the due time of the hours and targets that stand, from their original start (spec sla,
 * rule 9); closed ones keep theirs.
 */
@Injectable()
export class DueTimeMover {
  constructor(
    private readonly database: TenantDatabase,
    private readonly refreshClocks: RefreshClocksUseCase,
    private readonly clock: Clock,
  ) {}

  /** Moves at most `limit` conversations that were measured otherwise; how many those were, and how many inquiries got another due time. */
  async move(ctx: TenantContext, limit: number, what: MovedClocks): Promise<{ measured: number; moved: number }> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `with ${STANDING} select id from (${what === 'inquiries' ? INQUIRIES : `${INQUIRIES} union ${CASES}`}) o order by id limit $2`,
      [ctx.workspaceId, limit],
    );
    let moved = 0;
    for (let start = 0; start < rows.length; start += CHUNK) {
      const chunk = rows.slice(start, start + CHUNK).map(({ id }) => ({ conversationId: id }));
      moved += await this.refreshClocks.executeMany(ctx, chunk, this.clock.now());
    }
    return { measured: rows.length, moved };
  }
}
