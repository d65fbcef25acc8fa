import type { TenantContext, TenantDatabase } from '@dangol/db';
import { z } from 'zod';
import { toConnection } from '../platform/graphql/connection.ts';
import { decodeCursor, encodeCursor } from '../platform/graphql/cursor.ts';
import type { AuditConnection, AuditEntry, AuditFilter, AuditLogArgs } from './audit-log.model.ts';

const CURSOR = z.tuple([z.string().regex(/^\d{1,18}$/)]);

/** Names are joined to the rows of the page alone; walking back through the log stops when the page is full. */
const PAGE = `
  select e.position::text as position, e.at, e.verb, e.actor_kind as "actorKind",
    case e.actor_kind when 'member' then m.name when 'api_key' then k.name when 'channel' then ch.name end as "actorName",
    e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.buyer_id as "buyerId", b.name as "buyerName", e.data
  from (
    select * from events
    where workspace_id = $1 and ($2::bigint is null or position < $2) and ($3::text is null or starts_with(verb, $3))
      and ($4::uuid is null or actor_id = $4) and ($5::uuid is null or buyer_id = $5)
    order by position desc limit $6) e
  left join members m on m.workspace_id = e.workspace_id and m.id = e.actor_id
  left join api_keys k on k.workspace_id = e.workspace_id and k.id = e.actor_id
  left join channels ch on ch.workspace_id = e.workspace_id and ch.id = e.actor_id
  left join buyers b on b.workspace_id = e.workspace_id and b.id = e.buyer_id and b.erased_at is null
  order by e.position desc`;

/** One page of what happened in the workspace, newest first. */
export async function queryAuditLog(
  database: TenantDatabase,
  ctx: TenantContext,
  { filter, ...page }: AuditLogArgs,
): Promise<AuditConnection> {
  const [position] = page.after ? decodeCursor(page.after, CURSOR) : [null];
  const { sql, params } = auditStatement(ctx.workspaceId, filter, position, page.first + 1);
  const rows = await database.query<AuditEntry>(ctx, sql, params);
  return toConnection(rows, page, (row) => encodeCursor([row.position]));
}

/** The entries as they are shown, newest first; all of them without `limit`, as an export wraps them. */
export function auditStatement(
  workspaceId: string,
  filter: AuditFilter | null | undefined,
  before: string | null = null,
  limit: number | null = null,
): { sql: string; params: unknown[] } {
  const narrowing = [filter?.verb ?? null, filter?.actorId ?? null, filter?.buyerId ?? null];
  return { sql: PAGE, params: [workspaceId, before, ...narrowing, limit] };
}
