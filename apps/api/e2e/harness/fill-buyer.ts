import { DEFAULT_ASSIGNMENT_RULES } from '@dangol/crm';
import { newId } from '@dangol/db';
import type { TestApp } from './test-app.ts';

/** A buyer who has written, in a workspace. */
export interface FilledBuyer {
  readonly workspaceId: string;
  readonly buyerId: string;
  readonly conversationId: string;
  /** Whose notes, views and files they are. */
  readonly memberId: string;
}

/** Each takes $1 workspace, $2 buyer, $3 conversation, $4 member, $5 mark, then ids: $6 order, $7 tag, $8 policy, $9 sample. */
const ROWS = [
  `insert into orders (workspace_id, id, buyer_id, external_id, state, placed_at, paid_at, currency, total_minor, base_currency, base_total_minor, created_at)
   values ($1, $6, $2, 'order-' || $5, 'COMPLETED', now(), now(), 'USD', 777700, 'USD', 777700, now())`,
  `insert into order_lines (workspace_id, id, order_id, line_number, description, unit_price_minor, total_minor, ordered)
   values ($1, gen_random_uuid(), $6, 1, $5, 7777, 777700, 100)`,
  `insert into buyer_order_totals (workspace_id, id, buyer_id, currency, order_count, paid_year_minor, paid_total_minor)
   values ($1, gen_random_uuid(), $2, 'USD', 1, 777700, 777700)
   on conflict (workspace_id, buyer_id, currency) do update set order_count = 1, paid_year_minor = 777700, paid_total_minor = 777700`,
  `insert into tags (workspace_id, id, name, created_at) values ($1, $7, 'tag of ' || left($5, 30), now())`,
  `insert into buyer_tags (workspace_id, id, buyer_id, tag_id, created_at) values ($1, gen_random_uuid(), $2, $7, now())`,
  `insert into buyer_notes (workspace_id, id, buyer_id, author_id, text, private, created_at)
   select $1, gen_random_uuid(), $2, $4, $5, private, now() from unnest(array[true, false]) private`,
  `insert into attachments (workspace_id, id, buyer_id, name, content_type, size_bytes, sha256, content, created_at)
   values ($1, gen_random_uuid(), $2, $5, 'text/plain', 1, '\\x00', '\\x61', now())`,
  `insert into buyer_consents (workspace_id, id, buyer_id, purpose, granted, source, given_at, created_at)
   values ($1, gen_random_uuid(), $2, 'messages', true, $5, now(), now())`,
  `insert into buyer_merges (workspace_id, id, kept_id, merged_id, snapshot, merged_by, merged_at, undo_until)
   values ($1, gen_random_uuid(), $2, gen_random_uuid(), '{}', $4, now(), now())`,
  `insert into duplicate_dismissals (workspace_id, id, buyer_id, other_id, created_at)
   values ($1, gen_random_uuid(), $2, 'ffffffff-ffff-7fff-bfff-ffffffffffff', now())`,
  `insert into grade_overrides (workspace_id, id, buyer_id, grade, computed_grade, reason, review_on, set_at)
   values ($1, gen_random_uuid(), $2, 'A', 'C', $5, '2020-01-01', now())`,
  `insert into stage_changes (workspace_id, id, buyer_id, from_stage, to_stage, cause, changed_by, changed_at)
   values ($1, gen_random_uuid(), $2, 'new', 'qualified', 'hand', $4, now())`,
  `insert into sample_policies (workspace_id, id, version, policy, created_at)
   select $1, $8, coalesce(max(version), 0) + 1,
     '{}', now()
   from sample_policies where workspace_id = $1`,
  `insert into sample_requests (workspace_id, id, buyer_id, conversation_id, items, purpose, success_test, currency, goods_minor, courier_minor,
     cost_minor, base_currency, base_rate, base_cost_minor, policy_id, buyer_share_percent, buyer_pays_minor, seller_pays_minor,
     policy_share_percent, stage, stage_since, requested_at)
   values ($1, $9, $2, $3, '[]', $5, $5, 'USD', 100, 0, 100, 'USD', 1, 100, $8, 0, 0, 100, 0, 'requested', now(), now())`,
  `insert into mail_references (workspace_id, id, channel_id, conversation_id, message_header)
   select $1, gen_random_uuid(), channel_id, id, '<' || $5 || '@example.com>' from conversations where workspace_id = $1 and id = $3`,
  `insert into buyer_days (workspace_id, id, channel_id, buyer_id, conversation_id, opening_message_id, day, opened_at)
   select $1, gen_random_uuid(), m.channel_id, $2, $3, m.id, '2020-01-01', m.sent_at
   from messages m where m.workspace_id = $1 and m.conversation_id = $3 order by m.sent_at limit 1`,
  `insert into upload_links (workspace_id, id, conversation_id, token_hash, created_at, expires_at)
   values ($1, gen_random_uuid(), $3, sha256(convert_to($5, 'UTF8')), now(), now())`,
  `insert into support_entries (workspace_id, id, buyer_id, kind, what, sample_id, given_at, created_at)
   values ($1, gen_random_uuid(), $2, 'sample', $5, $9, now(), now())`,
];

/** One row or more of everything that a buyer may have; `mark` stands in every text. */
export async function fillBuyer(app: TestApp, buyer: FilledBuyer, mark: string): Promise<void> {
  const { workspaceId, buyerId, conversationId, memberId } = buyer;
  const params = [workspaceId, buyerId, conversationId, memberId, mark, newId(), newId(), newId(), newId()];
  for (const statement of ROWS) await insert(app, statement, params);
}

/** What the workspace has beside buyers, under the mark. */
export async function fillSettings(app: TestApp, workspaceId: string, memberId: string, mark: string): Promise<void> {
  const rows = [
    `insert into products (workspace_id, id, code, names, created_at, updated_at) values ($1, gen_random_uuid(), 'serum', jsonb_build_object('en', $3::text), now(), now())`,
    `with product as (select id from products where workspace_id = $1 and code = 'serum'),
       variant as (insert into product_variants (workspace_id, id, product_id, sku, barcode, cost_minor, cost_currency, created_at)
         select $1, gen_random_uuid(), id, 'serum-30', $3, 777700, 'USD', now() from product),
       price as (insert into product_prices (workspace_id, id, product_id, currency, min_quantity, unit_price_minor, created_at)
         select $1, gen_random_uuid(), id, 'EUR', 1, 5, now() from product),
       version as (insert into product_versions (workspace_id, id, product_id, version, snapshot, changed_at)
         select $1, gen_random_uuid(), id, 1, jsonb_build_object('names', jsonb_build_object('en', $3::text)), now() from product),
       announcement as (insert into announcements (workspace_id, id, name, text, state, created_at, updated_at)
         values ($1, gen_random_uuid(), $3, $3, 'draft', now(), now()) returning id),
       recipient as (insert into announcement_recipients (workspace_id, id, announcement_id, buyer_id, text, state)
         select $1, gen_random_uuid(), announcement.id, b.id, $3, 'ready' from announcement, (select id from buyers where workspace_id = $1 limit 1) b)
     insert into announcement_products (workspace_id, id, announcement_id, product_id)
       select $1, gen_random_uuid(), announcement.id, product.id from announcement, product`,
    `with made as (insert into imports (workspace_id, id, kind, source, file_name, size_bytes, sha256, status, content_at, created_at)
         values ($1, gen_random_uuid(), 'buyers', $3, $3, 1, '\\x00', 'done', now(), now()) returning id),
       bad as (insert into import_rows (workspace_id, id, import_id, row_number, cells, state)
         select $1, gen_random_uuid(), id, 2, jsonb_build_array($3::text), 'failed' from made),
       changed as (insert into import_changes (workspace_id, id, import_id, table_name, row_id, before)
         select $1, gen_random_uuid(), id, 'buyers', gen_random_uuid(), jsonb_build_object('name', $3::text) from made)
     insert into import_mappings (workspace_id, id, kind, source, columns, updated_at)
       values ($1, gen_random_uuid(), 'buyers', $3, '[]', now())`,
    `insert into order_adjustments (workspace_id, id, buyer_id, external_id, kind, at, currency, amount_minor, created_at)
     select $1, gen_random_uuid(), id, $3, 'cancellation', now(), 'USD', -777700, now() from buyers where workspace_id = $1 limit 1`,
    `insert into archive_imports (workspace_id, id, file_name, size_bytes, status, created_at)
     values ($1, gen_random_uuid(), $3, 1, 'done', now())`,
    `insert into mail_cursors (workspace_id, id, channel_id, folder, uid_validity, last_uid, read_at)
     select $1, gen_random_uuid(), id, $3, 1, 1, now() from channels where workspace_id = $1 limit 1`,
    `insert into mail_suppressions (workspace_id, id, address, reason, detail, created_at)
     values ($1, gen_random_uuid(), lower($3) || '@example.com', 'by_hand', $3, now())`,
    `insert into macros (workspace_id, id, name, texts, created_at, updated_at)
     values ($1, gen_random_uuid(), $3, jsonb_build_array(jsonb_build_object('language', 'en', 'text', $3::text)), now(), now())`,
    `insert into custom_fields (workspace_id, id, name, kind, position, created_at) values ($1, gen_random_uuid(), $3, 'text', 1, now())`,
    `insert into saved_views (workspace_id, id, member_id, screen, name, query, shared, created_at)
     select $1, gen_random_uuid(), $2, screen, $3, 'grade=A', true, now() from unnest(array['pipeline', 'buyers', 'samples']) screen`,
    `insert into exchange_rates (workspace_id, id, currency, base_currency, on_date, rate, source, created_at)
     values ($1, gen_random_uuid(), 'KRW', 'USD', '2026-03-01', 0.0007, $3, now())`,
    `insert into goals (workspace_id, id, name, year, target_minor, currency, counted, groups, due_on, created_at, updated_at)
     values ($1, gen_random_uuid(), $3, 2026, 1, 'USD', 'all', '[]', '2026-12-31', now(), now())`,
    `insert into assignment_rules (workspace_id, id, version, rules, created_at)
     select $1, gen_random_uuid(), 1, $4::jsonb, now() where not exists (select from assignment_rules where workspace_id = $1)`,
  ];
  const params = [workspaceId, memberId, mark, JSON.stringify(DEFAULT_ASSIGNMENT_RULES)];
  for (const statement of rows) await insert(app, statement, params);
}

/** Every parameter is named with its type, because a statement that leaves one out could not tell. */
async function insert(app: TestApp, statement: string, params: readonly unknown[]): Promise<void> {
  const used = [...new Set([...statement.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)))].toSorted(
    (x, y) => x - y,
  );
  const text = statement.replaceAll(/\$(\d+)/g, (_whole, number: string) => {
    const type = typeof params[Number(number) - 1] === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(String(params[Number(number) - 1])) ? 'uuid' : 'text'; // prettier-ignore
    return `$${used.indexOf(Number(number)) + 1}::${type}`;
  });
  await app.sql(text, used.map((number) => params[number - 1])); // prettier-ignore
}

/** Names of all tables of the schema, from the catalogue, so that none is forgotten. */
export async function tablesOf(app: TestApp): Promise<string[]> {
  const rows = await app.sql<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migrations' order by 1`,
  );
  return rows.map(({ name }) => name);
}
