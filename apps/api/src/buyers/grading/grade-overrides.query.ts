import type { BuyerGrade } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { queryMembers } from '../../workspaces/index.ts';
import { queryBuyerRows } from '../list/buyer-rows.query.ts';
import { GradeChange, GradeOverride } from './grade-override.model.ts';

interface Row {
  id: string;
  buyerId: string;
  grade: BuyerGrade;
  computedGrade: BuyerGrade;
  computedNow: BuyerGrade | null;
  reason: string;
  reviewOn: string;
  reviewDue: boolean;
  setById: string | null;
  setAt: Date;
  endedAt: Date | null;
}

/** The overrides that stand, those whose review is due first; of one buyer, or of all. */
export async function queryGradeOverrides(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerId: string | null,
  now: Date,
): Promise<GradeOverride[]> {
  const rows = await database.query<Row>(
    ctx,
    `select v.id, v.buyer_id as "buyerId", v.grade, v.computed_grade as "computedGrade", b.computed_grade as "computedNow", v.reason,
       to_char(v.review_on, 'YYYY-MM-DD') as "reviewOn", v.review_on <= ($3::timestamptz at time zone w.time_zone)::date as "reviewDue",
       v.set_by as "setById", v.set_at as "setAt", v.ended_at as "endedAt"
     from grade_overrides v
     join workspaces w on w.id = v.workspace_id
     join buyers b on b.workspace_id = v.workspace_id and b.id = v.buyer_id
     where v.workspace_id = $1 and v.ended_at is null and ($2::uuid is null or v.buyer_id = $2)
     order by v.review_on, v.id`,
    [ctx.workspaceId, buyerId, now],
  );
  if (rows.length === 0) return [];
  const buyers = await queryBuyerRows(
    database,
    ctx,
    rows.map((row) => row.buyerId),
  );
  const members = new Map((await queryMembers(database, ctx)).map((member) => [member.id, member]));
  return rows.flatMap(({ buyerId: id, setById, ...row }) => {
    const buyer = buyers.get(id);
    if (!buyer) return [];
    return Object.assign(new GradeOverride(), row, { buyer, setBy: setById ? (members.get(setById) ?? null) : null });
  });
}

/** The changes of a buyer's grade, newest first: from the log, with the reasons that only the overrides hold. */
export function queryGradeHistory(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerId: string,
  first: number,
): Promise<GradeChange[]> {
  return database.query<GradeChange>(
    ctx,
    `select e.at, e.data ->> 'from' as "from", e.data ->> 'to' as "to",
       case e.verb when 'buyer.graded' then e.data ->> 'cause' when 'buyer.grade_overridden' then 'override' else 'override_ended' end as cause,
       (e.data ->> 'score')::float8 as score, (e.data ->> 'rulesVersion')::int as "rulesVersion",
       case e.actor_kind when 'member' then m.name when 'api_key' then k.name end as "byName",
       case e.verb when 'buyer.grade_overridden' then v.reason end as reason
     from events e
     left join members m on m.workspace_id = e.workspace_id and m.id = e.actor_id
     left join api_keys k on k.workspace_id = e.workspace_id and k.id = e.actor_id
     left join grade_overrides v on v.workspace_id = e.workspace_id and v.id = (e.data ->> 'overrideId')::uuid
     where e.workspace_id = $1 and e.buyer_id = $2 and e.verb in ('buyer.graded', 'buyer.grade_overridden', 'buyer.grade_override_ended')
     order by e.position desc limit $3`,
    [ctx.workspaceId, buyerId, first],
    { name: 'grade-history' },
  );
}
