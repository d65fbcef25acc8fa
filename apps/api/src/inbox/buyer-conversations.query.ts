import { URGENT_WITHIN_MS } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { INBOX_ROW_COLUMNS, INBOX_ROW_JOINS } from './inbox-row.columns.ts';
import type { InboxRow } from './inbox.model.ts';

/** Conversations of one buyer, newest message first. */
export function queryBuyerConversations(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerId: string,
  limit: number,
  now: Date,
): Promise<InboxRow[]> {
  return database.query<InboxRow>(
    ctx,
    `select ${INBOX_ROW_COLUMNS} from conversations c ${INBOX_ROW_JOINS}
     where c.workspace_id = $1 and c.buyer_id = $3 order by c.last_message_at desc, c.id desc limit $4`,
    [ctx.workspaceId, new Date(now.getTime() + URGENT_WITHIN_MS), buyerId, limit],
    { name: 'buyer-conversations', isoTimestamps: true },
  );
}
