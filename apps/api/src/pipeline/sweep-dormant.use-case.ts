import { Injectable } from '@nestjs/common';
import { DORMANT_AFTER_GAPS } from '@dangol/crm';
import { EventLog, TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import type { StageCause } from './change-stage.use-case.ts';

interface Swept {
  buyerId: string;
  from: string;
  to: string;
  cause: StageCause;
}

/** Writes what `swept (id, stage, stage_since, to_stage, cause)` decided, and answers it. */
const WRITE = `
  moved as (
    update buyers b set stage = s.to_stage, stage_since = greatest($2::timestamptz, s.stage_since + interval '1 millisecond')
    from swept s where b.workspace_id = $1 and b.id = s.id
    returning b.id, s.stage as from_stage, s.to_stage, s.cause, s.stage_since as entered_at, b.stage_since as left_at),
  written as (
    insert into stage_changes (workspace_id, id, buyer_id, from_stage, to_stage, cause, changed_at, seconds_in_from)
    select $1, uuidv7(), id, from_stage, to_stage, cause, left_at, extract(epoch from left_at - entered_at)::bigint from moved)
  select id as "buyerId", from_stage as "from", to_stage as "to", cause from moved order by id`;

/**
 * The rule `isDormant` of libs/crm over a whole workspace: silent since the last order, message or step for more than three
 * times the buyer's usual gap, else the median gap of its grade, else of the workspace.
 */
const FALL_ASLEEP = `
  with gaps as (
    select grade_rank, percentile_cont(0.5) within group (order by usual_gap_days) as days
    from buyers where workspace_id = $1 and usual_gap_days is not null group by grouping sets ((grade_rank), ())),
  silent as (
    select b.id, $2::timestamptz - ${DORMANT_AFTER_GAPS} * coalesce(b.usual_gap_days, own.days, everybody.days) * interval '1 day' as since
    from buyers b
    left join gaps own on own.grade_rank = b.grade_rank
    left join gaps everybody on everybody.grade_rank is null
    where b.workspace_id = $1 and b.stage <> 'dormant'),
  swept as (
    select b.id, b.stage, b.stage_since, 'dormant' as to_stage, 'silence' as cause
    from silent s join buyers b on b.workspace_id = $1 and b.id = s.id
    where b.stage <> 'dormant' and greatest(b.created_at, b.stage_since, b.last_order_at) < s.since
      and not exists (
        select from conversations c join messages m on m.workspace_id = $1 and m.conversation_id = c.id
        where c.workspace_id = $1 and c.buyer_id = b.id and c.last_message_at >= s.since and m.direction = 'inbound' and m.sent_at >= s.since)
    order by b.id for no key update of b),
  ${WRITE}`;

/** Who wrote or ordered after falling silent is back where its orders put it, else where it was (`stageOnWaking` of libs/crm). */
const WAKE = `
  with swept as (
    select b.id, b.stage, b.stage_since, case when b.last_order_at > b.stage_since then 'orders' else 'message' end as cause,
      case when b.order_count >= 2 then 'repeat' when b.order_count = 1 then 'first_order' else coalesce((
        select h.to_stage from stage_changes h
        where h.workspace_id = $1 and h.buyer_id = b.id and h.to_stage in ('new', 'qualified', 'sampling', 'quoted')
        order by h.changed_at desc, h.id desc limit 1), 'new') end as to_stage
    from buyers b
    where b.workspace_id = $1 and b.stage = 'dormant' and (b.last_order_at > b.stage_since or exists (
      select from conversations c join messages m on m.workspace_id = $1 and m.conversation_id = c.id
      where c.workspace_id = $1 and c.buyer_id = b.id and c.last_message_at > b.stage_since and m.direction = 'inbound' and m.sent_at > b.stage_since))
    order by b.id for no key update of b),
  ${WRITE}`;

/** Lets silent buyers of a whole workspace fall asleep and wakes those who are back, each in one statement. */
@Injectable()
export class SweepDormantUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly events: EventLog,
  ) {}

  /** Answers how many fell asleep and how many woke. */
  execute(ctx: TenantContext, now: Date): Promise<{ asleep: number; awake: number }> {
    return this.unitOfWork.run(ctx, async () => {
      const awake = await this.sweep(ctx, WAKE, now);
      const asleep = await this.sweep(ctx, FALL_ASLEEP, now);
      return { asleep, awake };
    });
  }

  private async sweep(ctx: TenantContext, statement: string, now: Date): Promise<number> {
    const swept = await this.database.query<Swept>(ctx, statement, [ctx.workspaceId, now]);
    for (const { buyerId, ...data } of swept)
      this.events.append(ctx, {
        verb: 'buyer.stage_changed',
        subjectKind: 'buyer',
        subjectId: buyerId,
        buyerId,
        data,
      });
    return swept.length;
  }
}
