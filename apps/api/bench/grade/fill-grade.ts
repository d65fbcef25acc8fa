import { DEFAULT_GRADING_RULES } from '@dangol/crm';
import { newId } from '@dangol/db';
import type { Client } from 'pg';

/** The workspace that is filled. */
export interface GradeWorkspace {
  readonly workspaceId: string;
  readonly channelId: string;
}

/** Functions of the row's number alone stand in for chance, so that every run has the same rows. */
const FUNCTIONS = `
  create function pg_temp.chance(n bigint, salt bigint) returns float8 language sql immutable
    return (hashint8extended(n, salt) & 4294967295) / 4294967296::float8;
  create function pg_temp.id(kind int, n bigint) returns uuid language sql immutable
    return ('01942000' || lpad(to_hex(kind), 4, '0') || '7000' || '8' || lpad(to_hex(n), 15, '0'))::uuid;`;

/** Half of the buyers gave their size; a third wrote what they buy in a year. */
const BUYERS = `
  insert into buyers (workspace_id, id, name, company, country, employees, annual_purchase_minor, company_type, web_site, stage_since, created_at, updated_at)
  select $1, pg_temp.id(1, n), 'Buyer ' || n, 'Company ' || n, 'DE', case when a < .5 then (a * 400)::int end,
    case when b < .33 then (b * 300000000)::bigint end, case when a < .7 then (array['distributor', 'brand', 'chain', 'retailer', 'other'])[1 + floor(b * 5)::int] end,
    case when b < .5 then 'https://company-' || n || '.example' end, at, at, at
  from (select n, pg_temp.chance(n, 1) as a, pg_temp.chance(n, 2) as b, $3::timestamptz - pg_temp.chance(n, 3) * interval '700 days' as at
    from generate_series(0, $2::int - 1) n offset 0) b`;

/** Six buyers in ten have a level on one of one or two identities. */
const IDENTITIES = `
  insert into buyer_identities (workspace_id, id, buyer_id, channel_id, external_id, platform_level, seen_at, created_at)
  select $1, pg_temp.id(2, n), pg_temp.id(1, (n % $2::int)), $4, 'identity-' || n, case when a < .6 then 'L' || 1 + floor(a / .15)::int end,
    $3::timestamptz - a * interval '90 days', $3::timestamptz - interval '90 days'
  from (select n, pg_temp.chance(n, 4) as a from generate_series(0, ($2::int * 1.3)::int - 1) n offset 0) i`;

/** Three orders a buyer on average: many have none, some have ten. One in thirty was cancelled, one in fifty expired. */
const ORDERS = `
  insert into orders (workspace_id, id, buyer_id, channel_id, external_id, state, placed_at, paid_at, cancelled_at, currency, total_minor, base_currency, base_total_minor, created_at)
  select $1, pg_temp.id(3, n), pg_temp.id(1, floor(a * a * $2::int)::int), $4, 'order-' || n,
    case when c < .03 then 'CANCELLED' when c < .05 then 'EXPIRED' else 'COMPLETED' end, at, case when c < .03 or c >= .05 then at end, case when c < .03 then at end,
    'USD', (b * b * 1000000)::bigint, 'USD', (b * b * 1000000)::bigint, at
  from (select n, pg_temp.chance(n, 5) as a, pg_temp.chance(n, 6) as b, pg_temp.chance(n, 7) as c, $3::timestamptz - pg_temp.chance(n, 8) * interval '900 days' as at
    from generate_series(0, $2::int * 3 - 1) n offset 0) o`;

/** Every buyer has one conversation on average. */
const CONVERSATIONS = `
  insert into conversations (workspace_id, id, channel_id, external_id, buyer_id, status, grade_rank, level_rank, last_message_at, last_direction, message_count, revision, created_at)
  select $1, pg_temp.id(4, n), $4, 'thread-' || n, pg_temp.id(1, floor(pg_temp.chance(n, 9) * $2::int)::int), 'answered', 4, 5, at, 'inbound', 3, 3, at
  from (select n, $3::timestamptz - pg_temp.chance(n, 10) * interval '300 days' as at from generate_series(0, $2::int - 1) n offset 0) c`;

/** The buyer asks, we answer, and every other buyer answers us, some of them within two days. */
const MESSAGES = `
  insert into messages (workspace_id, id, conversation_id, channel_id, direction, author_kind, external_id, revision, text, sent_at, created_at, delivery_status, accepted_at)
  select $1, pg_temp.id(5, n * 3 + m), pg_temp.id(4, n), $4, case when m = 1 then 'outbound' else 'inbound' end, case when m = 1 then 'member' else 'buyer' end,
    'message-' || n || '-' || m, m + 1, repeat('We would like to know more about it. ', 4), at, at, case when m = 1 then 'delivered' end, case when m = 1 then at end
  from (select n, m, $3::timestamptz - pg_temp.chance(n, 10) * interval '300 days' + case m when 0 then interval '0' when 1 then interval '4 hours' else pg_temp.chance(n, 11) * interval '100 hours' + interval '5 hours' end as at
    from generate_series(0, $2::int - 1) n, generate_series(0, 2) m where m < 2 or n % 2 = 0 offset 0) x`;

/** One inquiry a conversation, eight in ten of them read; one in two hundred was spam. */
const INQUIRIES = `
  insert into inquiries (workspace_id, id, conversation_id, channel_id, buyer_id, opening_message_id, opened_at, status, ended_at, target_minutes, sla_policy_id, business_calendar_id, due_at, signals)
  select $1, pg_temp.id(6, row_number() over ()), c.id, $2, c.buyer_id, pg_temp.id(5, substr(c.external_id, 8)::bigint * 3), c.created_at, case when a < .005 then 'spam' else 'answered' end,
    c.created_at, 480, $1, $1, c.created_at,
    case when a < .2 then '{}'::jsonb else jsonb_strip_nulls(jsonb_build_object('readAt', to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'quantity', (a * 5000)::int, 'targetPrice', case when a > .7 then true end, 'deadline', case when a > .8 then true end,
      'details', case when a > .6 then '["certificate", "packaging"]'::jsonb when a > .4 then '["option"]'::jsonb end)) end
  from conversations c, lateral (select pg_temp.chance(substr(c.external_id, 8)::bigint, 12) as a offset 0) x`;

/** Fills an empty, migrated database, as its superuser, with one workspace of `buyers` buyers as of `now`. */
export async function fillGrade(client: Client, buyers: number, now: Date): Promise<GradeWorkspace> {
  const [workspaceId, channelId] = [newId(), newId()];
  const params = [workspaceId, buyers, now, channelId];
  // The rows are right by construction, see the inbox bench.
  await client.query(
    `set session_replication_role = replica; set synchronous_commit = off; set work_mem = '64MB'; set maintenance_work_mem = '256MB'; ${FUNCTIONS}`,
  );
  await client.query(
    `insert into workspaces (id, slug, name, time_zone, base_currency, language, created_at) values ($1, 'bench', 'Bench', 'Asia/Seoul', 'USD', 'en', $2)`,
    [workspaceId, now],
  );
  await client.query(
    `insert into grading_rules (workspace_id, id, version, rules, created_at) values ($1, $1, 1, $2, $3)`,
    [workspaceId, DEFAULT_GRADING_RULES, now],
  );
  await client.query(
    `insert into channels (workspace_id, id, name, kind, platform, signing_secret, created_at) values ($1, $2, 'Storefront', 'webhook', 'alibaba', '\\x00', $3)`,
    [workspaceId, channelId, now],
  );
  await client.query(BUYERS, params.slice(0, 3));
  for (const statement of [IDENTITIES, ORDERS, CONVERSATIONS, MESSAGES]) await client.query(statement, params);
  await client.query('analyze conversations');
  await client.query(INQUIRIES, [workspaceId, channelId]);
  await client.query('reset all');
  await client.query('vacuum analyze');
  return { workspaceId, channelId };
}
