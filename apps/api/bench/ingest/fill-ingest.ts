import { DEFAULT_GRADING_RULES, DEFAULT_SLA_POLICY } from '@dangol/crm';
import type { Client } from 'pg';
import type { SecretBox } from '../../src/platform/secrets/secret-box.ts';
import { defaultCalendar } from '../../src/workspaces/default-settings.ts';
import { fillInbox } from '../inbox/fill-inbox.ts';
import { inboxScale } from '../inbox/inbox-scale.ts';

/** What signs the messages of every channel. */
export const SIGNING_SECRET = 'whsec_bench';

/** Where the messages of a round go. */
export interface IngestChannel {
  readonly workspaceId: string;
  readonly channelId: string;
}

const SETTINGS = `
  with made as (
    insert into business_calendars (workspace_id, id, version, calendar, created_at) select id, gen_random_uuid(), 1, $1, created_at from workspaces),
  targets as (
    insert into sla_policies (workspace_id, id, version, policy, created_at) select id, gen_random_uuid(), 1, $2, created_at from workspaces),
  grading as (
    insert into grading_rules (workspace_id, id, version, rules, created_at) select id, gen_random_uuid(), 1, $3, created_at from workspaces)
  update channels set signing_secret = $4`;
/**
 * What every message of the past has left behind besides its row: the raw delivery, the sender's identity, the inquiry that it
 * opened, its event. Tables that grow with the messages must be as large as they would be.
 */
const PAST_ROWS: readonly string[] = [
  `insert into buyer_identities (workspace_id, id, buyer_id, channel_id, external_id, seen_at, created_at)
   select c.workspace_id, gen_random_uuid(), c.buyer_id, c.channel_id, 'sender-' || c.buyer_id, max(c.last_message_at), min(c.created_at)
   from conversations c group by c.workspace_id, c.buyer_id, c.channel_id`,
  `insert into inbound_messages (workspace_id, id, channel_id, external_id, body, content_hash, received_at, status, attempts, applied_at, message_id)
   select m.workspace_id, m.id, m.channel_id, m.external_id, convert_to(repeat(m.text, 4), 'UTF8'), sha256(convert_to(m.external_id, 'UTF8')), m.sent_at, 'applied', 1, m.sent_at, m.id
   from messages m where m.direction = 'inbound'`,
  `insert into inquiries (workspace_id, id, conversation_id, channel_id, buyer_id, opening_message_id, opened_at, status, ended_at, target_minutes,
     sla_policy_id, business_calendar_id, due_at, response_business_seconds, response_wall_ms, met)
   select c.workspace_id, gen_random_uuid(), c.id, c.channel_id, c.buyer_id, m.id, m.sent_at, case when c.status = 'waiting' then 'open' else 'answered' end,
     case when c.status <> 'waiting' then m.sent_at + interval '2 hours' end, 240, p.id, b.id, coalesce(c.due_at, m.sent_at + interval '4 hours'),
     case when c.status <> 'waiting' then 7200 end, case when c.status <> 'waiting' then 7200000 end, case when c.status <> 'waiting' then true end
   from conversations c
   join sla_policies p on p.workspace_id = c.workspace_id
   join business_calendars b on b.workspace_id = c.workspace_id
   cross join lateral (select id, sent_at from messages where workspace_id = c.workspace_id and conversation_id = c.id order by sent_at desc limit 1) m`,
  `insert into events (workspace_id, id, position, at, actor_kind, verb, subject_kind, subject_id, buyer_id, conversation_id)
   select m.workspace_id, gen_random_uuid(), row_number() over (partition by m.workspace_id order by m.sent_at, m.id), m.sent_at, 'channel', 'message.received',
     'message', m.id, c.buyer_id, c.id
   from messages m join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id`,
  `update workspaces w set last_event_position = (select coalesce(max(position), 0) from events where workspace_id = w.id)`,
  `create table single_rows (id uuid primary key, external_id text not null unique, body bytea not null, at timestamptz not null default now())`,
];
const SPARE_INDEXES = `
  select indexname as name, indexdef as definition from pg_indexes
  where schemaname = 'public' and tablename in ('inbound_messages', 'inquiries', 'events') and indexname not in (select conname from pg_constraint)`;

/** Fills an empty, migrated database with so many messages and all that goes with them; answers a channel to deliver to. */
export async function fillIngest(client: Client, messages: number, secrets: SecretBox): Promise<IngestChannel> {
  const account = { email: 'bench@dangol.test', passwordHash: 'of nobody' };
  await fillInbox(client, inboxScale(messages / 5), account, new Date());
  await client.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '64MB'`);
  await client.query(SETTINGS, [
    JSON.stringify(defaultCalendar('Asia/Seoul')),
    JSON.stringify(DEFAULT_SLA_POLICY),
    JSON.stringify(DEFAULT_GRADING_RULES),
    secrets.seal(SIGNING_SECRET),
  ]);
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(SPARE_INDEXES);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  for (const sql of PAST_ROWS) await client.query(sql);
  for (const { definition } of indexes) await client.query(definition);
  await client.query('reset all');
  await client.query('vacuum analyze');
  await client.query('checkpoint'); // else it would fall into the middle of a round
  const { rows } = await client.query<IngestChannel>(
    `select workspace_id as "workspaceId", id as "channelId" from channels order by workspace_id, id limit 1`,
  );
  return rows[0]!;
}
