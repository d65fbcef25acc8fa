import { stageAfterOrders, type OpenStage, type PipelineStage } from '@dangol/crm';
import { newId, type TenantContext, type TenantDatabase } from '@dangol/db';

/** A step that paid orders led to. */
export interface FollowedStep {
  readonly id: string;
  readonly buyerId: string;
  readonly from: PipelineStage;
  readonly to: PipelineStage;
}

interface Standing {
  id: string;
  stage: PipelineStage;
  orderCount: number;
  orderedSince: boolean;
  lastOpenStage: OpenStage | null;
}

/** Lets the stages of buyers follow their counted orders, with the history of the steps; two statements for any number of them. */
export async function followOrders(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerIds: readonly string[],
  now: Date,
): Promise<FollowedStep[]> {
  if (buyerIds.length === 0) return [];
  const buyers = await database.query<Standing>(ctx, STANDINGS, [ctx.workspaceId, buyerIds]);
  const steps = buyers.flatMap(({ id, stage, orderCount, orderedSince, lastOpenStage }): FollowedStep[] => {
    const to = stageAfterOrders(stage, { orderCount, lastOpenStage: lastOpenStage ?? 'new' }, orderedSince);
    return to === stage ? [] : [{ id: newId(), buyerId: id, from: stage, to }];
  });
  if (steps.length > 0)
    await database.query(ctx, MOVE, [
      ctx.workspaceId,
      now,
      ctx.actor.kind === 'member' ? ctx.actor.id : null,
      JSON.stringify(steps),
    ]);
  return steps;
}

const STANDINGS = `
  with locked as materialized (
    select id, stage, order_count, coalesce(last_order_at > stage_since, false) as ordered_since from buyers
    where workspace_id = $1 and id = any ($2::uuid[]) order by id for no key update)
  select b.id, b.stage, b.order_count as "orderCount", b.ordered_since as "orderedSince", s.to_stage as "lastOpenStage"
  from locked b left join lateral (
    select to_stage from stage_changes where workspace_id = $1 and buyer_id = b.id and to_stage in ('new', 'qualified', 'sampling', 'quoted')
    order by changed_at desc, id desc limit 1) s on b.order_count = 0 or b.stage = 'dormant'
  order by b.id`;

// A step begins after the one before, whoever's clock is ahead, so that the history has one order.
const MOVE = `
  with steps as materialized (
    select s.*, b.stage_since, greatest($2::timestamptz, b.stage_since + interval '1 millisecond') as at
    from json_to_recordset($4::json) as s (id uuid, "buyerId" uuid, "from" text, "to" text)
    join buyers b on b.workspace_id = $1 and b.id = s."buyerId"),
  moved as (
    update buyers b set stage = s."to", stage_since = s.at from steps s where b.workspace_id = $1 and b.id = s."buyerId")
  insert into stage_changes (workspace_id, id, buyer_id, from_stage, to_stage, cause, changed_by, changed_at, seconds_in_from)
  select $1, id, "buyerId", "from", "to", 'orders', $3::uuid, at, floor(extract(epoch from at - stage_since))::bigint from steps`;
