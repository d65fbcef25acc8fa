import type { Client } from 'pg';
import { DEFAULT_ROLES } from '../../src/platform/permissions/permissions.ts';
import type { InboxScale } from './inbox-scale.ts';
import { CHANNELS, COMPANIES, COUNTRIES, MEMBERS, NAMES, PREVIEWS, SUBJECTS } from './inbox-texts.ts';

/** The account that signs in: a member of every workspace. */
export interface BenchAccount {
  readonly email: string;
  readonly passwordHash: string;
}

/**
 * Functions of the row's number alone stand in for chance, so that every run has the same rows; only the instants move with
 * the clock. Ids have the form of UUID v7: they grow with time, as those of the product do.
 * All of them are simple enough to be inlined, and `offset 0` keeps what they make from being
 * computed again for each column: together the fill is thirty times as fast.
 */
const FUNCTIONS = `
  create function pg_temp.chance(n bigint, salt bigint) returns float8 language sql immutable
    return (hashint8extended(n, salt) & 4294967295) / 4294967296::float8;
  create function pg_temp.pick(n bigint, salt bigint, texts text[]) returns text language sql immutable
    return texts[1 + floor(pg_temp.chance(n, salt) * cardinality(texts))::int];
  create function pg_temp.id(kind int, n bigint, at timestamptz) returns uuid language sql stable
    return (lpad(to_hex((date_part('epoch', at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8' || lpad(to_hex(n), 15, '0'))::uuid;
  create function pg_temp.start() returns timestamptz language sql immutable return '2025-01-01T00:00:00Z'::timestamptz;`;

const WORKSPACES = `
  insert into workspaces (id, slug, name, time_zone, base_currency, language, created_at)
  select pg_temp.id(1, w, pg_temp.start()), 'bench-' || w, 'Bench ' || w, 'Asia/Seoul', 'USD', 'en', pg_temp.start() from generate_series(1, $1::int) w`;

const ROLES = `
  insert into roles (workspace_id, id, key, permissions, created_at)
  select pg_temp.id(1, w, pg_temp.start()), pg_temp.id(2, w, pg_temp.start()), 'owner', $2::text[], pg_temp.start() from generate_series(1, $1::int) w`;

const ACCOUNT = `
  insert into identity.accounts (id, email, name, password_hash, language, created_at)
  values (pg_temp.id(3, 0, pg_temp.start()), $1, 'Bench', $2, 'en', pg_temp.start())`;

/** The first member of each workspace is the account that signs in. */
const MEMBERS_SQL = `
  insert into members (workspace_id, id, account_id, role_id, name, email, created_at)
  select pg_temp.id(1, w, pg_temp.start()), pg_temp.id(4, w * 10 + m, pg_temp.start()),
    pg_temp.id(3, case when m = 1 then 0 else w * 10 + m end, pg_temp.start()), pg_temp.id(2, w, pg_temp.start()), name, 'member-' || m || '@bench.test', pg_temp.start()
  from generate_series(1, $1::int) w, unnest($2::text[]) with ordinality t (name, m)`;

const CHANNELS_SQL = `
  insert into channels (workspace_id, id, name, kind, platform, signing_secret, created_at)
  select pg_temp.id(1, w, pg_temp.start()), pg_temp.id(5, w * 10 + c, pg_temp.start()), name, 'webhook', platform, '\\x00', pg_temp.start()
  from generate_series(1, $1::int) w, unnest($2::text[], $3::text[]) with ordinality t (name, platform, c)`;

/** Grades A 10 %, B 30 %, C 60 %; one buyer in ten has no platform level. */
const BUYERS = `
  insert into buyers (workspace_id, id, name, company, country, grade, grade_rank, platform_level, level_rank, order_count, stage_since, created_at, updated_at)
  select pg_temp.id(1, 1 + n % $1, pg_temp.start()), pg_temp.id(6, n, pg_temp.start()), pg_temp.pick(n, 1, $3), pg_temp.pick(n, 2, $4) || ' ' || n,
    pg_temp.pick(n, 3, $5), (array['A', 'B', 'C'])[grade], grade, case when level < 5 then 'L' || 5 - level end, level, n % 7, pg_temp.start(), pg_temp.start(), pg_temp.start()
  from (
    select n, case when a < .1 then 1 when a < .4 then 2 else 3 end as grade, case when b < .08 then 1 when b < .25 then 2 when b < .55 then 3 when b < .9 then 4 else 5 end as level
    from generate_series(0, $2::int - 1) n, lateral (select pg_temp.chance(n, 4) a, pg_temp.chance(n, 5) b) c) b`;

/**
 * One conversation in twelve waits: begun in the last day or so, one in seven of them overdue, about as many due within the
 * hour. The others lie in the past year. A third has nobody assigned.
 */
const CONVERSATIONS = `
  insert into conversations (workspace_id, id, channel_id, external_id, buyer_id, subject, status, assignee_id, grade_rank, level_rank,
    waiting_since, due_at, preview, last_message_at, last_direction, message_count, revision, created_at)
  select b.workspace_id, pg_temp.id(7, n, at), pg_temp.id(5, w * 10 + 1 + floor(pg_temp.chance(n, 11) * $4)::int, pg_temp.start()), 'thread-' || n, b.id,
    case when n % 3 > 0 then pg_temp.pick(n, 12, $6) end, status,
    case when pg_temp.chance(n, 13) < .67 then pg_temp.id(4, w * 10 + 1 + floor(pg_temp.chance(n, 14) * $5)::int, pg_temp.start()) end, b.grade_rank, b.level_rank,
    case when status = 'waiting' then at end,
    case when status = 'waiting' then $2::timestamptz + (pg_temp.chance(n, 15) * 1800 - 250) * interval '1 minute' end,
    left(pg_temp.pick(n, 16, $7) || ' ' || pg_temp.pick(n, 17, $7), 60 + floor(pg_temp.chance(n, 18) * 101)::int), at,
    case status when 'answered' then 'outbound' else 'inbound' end, 3 + (n / $3) % 5, 3 + (n / $3) % 5, at - interval '2 days'
  from (
    select n, 1 + n % $3 as w, status, $2::timestamptz - case when status = 'waiting' then pg_temp.chance(n, 19) * interval '26 hours' else interval '26 hours' + pg_temp.chance(n, 19) * interval '360 days' end as at
    from (
      select n, case when s < .08 then 'waiting' when s < .68 then 'answered' when s < .92 then 'closed' when s < .97 then 'spam' else 'declined' end as status
      from generate_series(0, $1::int - 1) n, lateral (select pg_temp.chance(n, 10) s offset 0) c offset 0) x offset 0) c
  join buyers b on b.workspace_id = pg_temp.id(1, w, pg_temp.start())
    and b.id = pg_temp.id(6, (n % $3) + $3 * floor(pg_temp.chance(n, 20) * $8 / $3)::bigint, pg_temp.start())
  order by at`;

const MESSAGES = `
  insert into messages (workspace_id, id, conversation_id, channel_id, direction, author_kind, author_member_id, external_id, revision, text, sent_at, created_at, delivery_status)
  select c.workspace_id, pg_temp.id(8, substr(c.external_id, 8)::bigint * 10 + m, at), c.id, c.channel_id,
    case when ours then 'outbound' else 'inbound' end, case when ours then 'member' else 'buyer' end, case when ours then c.assignee_id end,
    c.external_id || '-' || m, m, case when m = c.message_count then c.preview else pg_temp.pick(substr(c.external_id, 8)::bigint * 10 + m, 21, $1) end, at, at, case when ours then 'delivered' end
  from conversations c, generate_series(1, c.message_count) m,
    lateral (select c.last_message_at - (c.message_count - m) * interval '5 hours' as at, c.last_direction = 'outbound' and (c.message_count - m) % 2 = 0 as ours) d`;

/** Indexes that no constraint needs: built at the end, once, they cost a third of what a million insertions do. */
const SPARE_INDEXES = `
  select indexname as name, indexdef as definition from pg_indexes
  where schemaname = 'public' and tablename in ('conversations', 'messages') and indexname not in (select conname from pg_constraint)`;

const COUNTS = `
  select (select count(*) from workspaces)::int as workspaces, (select count(*) from conversations)::int as conversations,
    (select count(*) from messages)::int as messages, (select count(*) from buyers)::int as buyers`;

/** Fills an empty, migrated database as its superuser. `now` is what the due times lie around. Throws when a count is off. */
export async function fillInbox(client: Client, scale: InboxScale, account: BenchAccount, now: Date): Promise<void> {
  const { workspaces, conversations, buyers } = scale;
  // The rows are right by construction; checking a million of them against their parents would take longer than making them.
  await client.query(
    `set session_replication_role = replica; set synchronous_commit = off; set work_mem = '64MB'; set maintenance_work_mem = '256MB'; ${FUNCTIONS}`,
  );
  await client.query(WORKSPACES, [workspaces]);
  await client.query(ROLES, [workspaces, DEFAULT_ROLES.owner]);
  await client.query(ACCOUNT, [account.email, account.passwordHash]);
  await client.query(MEMBERS_SQL, [workspaces, MEMBERS]);
  await client.query(CHANNELS_SQL, [
    workspaces,
    CHANNELS.map(({ name }) => name),
    CHANNELS.map(({ platform }) => platform),
  ]);
  await client.query(BUYERS, [workspaces, buyers, NAMES, COMPANIES, COUNTRIES]);
  await client.query('analyze buyers');
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(SPARE_INDEXES);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await client.query(CONVERSATIONS, [
    conversations,
    now,
    workspaces,
    CHANNELS.length,
    MEMBERS.length,
    SUBJECTS,
    PREVIEWS,
    buyers,
  ]);
  await client.query(MESSAGES, [PREVIEWS]);
  for (const { definition } of indexes) await client.query(definition);
  await client.query('reset all');
  await client.query('vacuum analyze');
  await client.query('checkpoint'); // else it would fall into the middle of a round
  const { rows } = await client.query<InboxScale>(COUNTS);
  const found = rows[0];
  const wrong = (Object.keys(scale) as (keyof InboxScale)[]).find((table) => found?.[table] !== scale[table]);
  if (wrong) throw new Error(`the bench data is incomplete: ${found?.[wrong]} ${wrong} instead of ${scale[wrong]}`);
}
