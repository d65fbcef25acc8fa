import type { AssignableMember, BuyerGrade } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';

/** A conversation that nobody has yet. */
export interface UnassignedConversation {
  readonly id: string;
  readonly buyerId: string;
  readonly assigneeId: string | null;
  readonly grade: BuyerGrade | null;
  /** The buyer's owner while that member is active. */
  readonly ownerId: string | null;
}

/** The next ones in queue order; one in other hands at this moment is passed by, so that no two workers give one away. */
export function takeUnassigned(
  database: TenantDatabase,
  ctx: TenantContext,
  limit: number,
): Promise<UnassignedConversation[]> {
  return database.query<UnassignedConversation>(
    ctx,
    `select c.id, c.buyer_id as "buyerId", c.assignee_id as "assigneeId", b.grade, o.id as "ownerId"
     from conversations c
     join buyers b on b.workspace_id = c.workspace_id and b.id = c.buyer_id
     left join members o on o.workspace_id = b.workspace_id and o.id = b.owner_id and o.status = 'active'
     where c.workspace_id = $1 and c.needs_assignee
     order by c.grade_rank, c.level_rank, c.due_at, c.id limit $2 for no key update of c skip locked`,
    [ctx.workspaceId, limit],
    { name: 'take-unassigned' },
  );
}

/**
 * Active members with the buyers each looks after: those owned, and those of others whose waiting conversations they answer.
 * Capacity counts both: whoever answers for a colleague has less room.
 */
export function queryAnsweringMembers(
  database: TenantDatabase,
  ctx: TenantContext,
  defaultCapacity: number,
): Promise<AssignableMember[]> {
  return database.query<AssignableMember>(
    ctx,
    `select m.id, r.key as role, coalesce(m.capacity, $2::int) as capacity,
       (select count(*)::int from buyers b where b.workspace_id = $1 and b.owner_id = m.id)
       + (select count(distinct c.buyer_id)::int from conversations c join buyers b on b.workspace_id = $1 and b.id = c.buyer_id
          where c.workspace_id = $1 and c.assignee_id = m.id and c.status = 'waiting' and b.owner_id is distinct from m.id) as load
     from members m join roles r on r.workspace_id = m.workspace_id and r.id = m.role_id
     where m.workspace_id = $1 and m.status = 'active' order by m.id`,
    [ctx.workspaceId, defaultCapacity],
    { name: 'answering-members' },
  );
}

/** Stores who has which conversation now; null stays with everybody. */
export async function storeAssignees(
  database: TenantDatabase,
  ctx: TenantContext,
  given: readonly { readonly conversationId: string; readonly memberId: string | null }[],
): Promise<void> {
  await database.query(
    ctx,
    `update conversations c set assignee_id = g.member_id, needs_assignee = false
     from unnest($2::uuid[], $3::uuid[]) as g (id, member_id) where c.workspace_id = $1 and c.id = g.id`,
    [ctx.workspaceId, given.map(({ conversationId }) => conversationId), given.map(({ memberId }) => memberId)],
    { name: 'store-assignees' },
  );
}
