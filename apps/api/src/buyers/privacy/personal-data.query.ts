import type { TenantContext, TenantDatabase } from '@dangol/db';

const OF_BUYER = 'x.workspace_id = $1 and x.buyer_id = $2';
const OF_CONVERSATIONS =
  'x.workspace_id = $1 and x.conversation_id in (select id from conversations c where c.workspace_id = $1 and c.buyer_id = $2)';

/** What is held on a buyer, by the name it has in the export: table, condition, and columns that say nothing about the buyer. */
const PARTS: Readonly<Record<string, { table: string; where: string; without?: readonly string[] }>> = {
  buyer: { table: 'buyers', where: 'x.workspace_id = $1 and x.id = $2', without: ['search_text'] },
  contacts: { table: 'buyer_contacts', where: OF_BUYER },
  identities: { table: 'buyer_identities', where: OF_BUYER },
  consents: { table: 'buyer_consents', where: OF_BUYER },
  notes: { table: 'buyer_notes', where: OF_BUYER },
  files: { table: 'attachments', where: OF_BUYER, without: ['content', 'sha256'] },
  messageFiles: { table: 'attachments', where: OF_CONVERSATIONS, without: ['content', 'sha256'] },
  orders: { table: 'orders', where: OF_BUYER },
  orderLines: {
    table: 'order_lines',
    where:
      'x.workspace_id = $1 and x.order_id in (select id from orders o where o.workspace_id = $1 and o.buyer_id = $2)',
  },
  orderAdjustments: { table: 'order_adjustments', where: OF_BUYER },
  conversations: { table: 'conversations', where: OF_BUYER },
  messages: { table: 'messages', where: OF_CONVERSATIONS },
  inquiries: { table: 'inquiries', where: OF_BUYER },
  buyerDays: { table: 'buyer_days', where: OF_BUYER },
  cases: { table: 'resolutions', where: OF_BUYER },
  mailSuppressions: {
    table: 'mail_suppressions',
    where:
      'x.workspace_id = $1 and x.address in (select lower(k.email) from buyer_contacts k where k.workspace_id = $1 and k.buyer_id = $2)',
  },
  drafts: { table: 'drafts', where: OF_CONVERSATIONS },
  samples: { table: 'sample_requests', where: OF_BUYER },
  support: { table: 'support_entries', where: OF_BUYER },
  gradeOverrides: { table: 'grade_overrides', where: OF_BUYER },
  announcements: { table: 'announcement_recipients', where: OF_BUYER },
  stages: { table: 'stage_changes', where: OF_BUYER },
  replyDrafts: { table: 'reply_drafts', where: OF_CONVERSATIONS },
  merges: { table: 'buyer_merges', where: 'x.workspace_id = $1 and x.kept_id = $2' },
};

/** JSON text of everything held on a buyer, tags and custom fields by their names. */
export async function queryPersonalData(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerId: string,
  at: Date,
): Promise<string> {
  const params = [ctx.workspaceId, buyerId];
  const parts: string[] = [`"exportedAt": ${JSON.stringify(at)}`];
  for (const [name, { table, where, without = [] }] of Object.entries(PARTS)) {
    const dropped = ['workspace_id', ...without].map((column) => ` - '${column}'`).join('');
    const [row] = await database.query<{ rows: string }>(
      ctx,
      `select coalesce(jsonb_agg(to_jsonb(x)${dropped} order by x.id), '[]')::text as rows from ${table} x where ${where}`,
      params,
    );
    parts.push(`"${name}": ${row!.rows}`);
  }
  const [named] = await database.query<{ tags: string; custom: string }>(
    ctx,
    `select
       (select coalesce(jsonb_agg(t.name), '[]')::text from buyer_tags x join tags t on t.workspace_id = $1 and t.id = x.tag_id where ${OF_BUYER}) as tags,
       (select coalesce(jsonb_object_agg(f.name || case when f.archived_at is null then '' else ' (' || f.id || ')' end, v.value), '{}')::text
        from buyers b, jsonb_each(b.custom) v join custom_fields f on f.workspace_id = $1 and f.id::text = v.key
        where b.workspace_id = $1 and b.id = $2) as custom`,
    params,
  );
  parts.push(`"tags": ${named!.tags}`, `"customFields": ${named!.custom}`);
  return `{\n${parts.join(',\n')}\n}\n`;
}
