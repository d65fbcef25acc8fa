import { DEFAULT_SLA_POLICY, type BusinessCalendar } from '@dangol/crm';
import { newId } from '@dangol/db';
import type { Client } from 'pg';

/** The workspace that is filled. */
export interface SlaWorkspace {
  readonly workspaceId: string;
  readonly from: string;
  readonly to: string;
}

const OFFICE = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

/** Office hours with lunch, fifteen holidays of the year; every other version opens half an hour later. */
export function hoursOfVersion(version: number): BusinessCalendar {
  const opens = version % 2 === 1 ? '09:00' : '09:30';
  return {
    version,
    timeZone: 'Asia/Seoul',
    weekly: Object.fromEntries(
      OFFICE.map((day) => [
        day,
        [
          [opens, '12:00'],
          ['13:00', '18:00'],
        ],
      ]),
    ),
    holidays: Array.from({ length: 15 }, (_, n) => new Date(Date.UTC(2025, 0, 6 + n * 24)).toISOString().slice(0, 10)),
    specialHours: {},
    breaks: {},
  };
}

const FUNCTIONS = `
  create function pg_temp.chance(n bigint, salt bigint) returns float8 language sql immutable
    return (hashint8extended(n, salt) & 4294967295) / 4294967296::float8;
  create function pg_temp.id(kind int, n bigint) returns uuid language sql immutable
    return ('01942000' || lpad(to_hex(kind), 4, '0') || '7000' || '8' || lpad(to_hex(n), 15, '0'))::uuid;`;

const BUYERS = `
  insert into buyers (workspace_id, id, name, grade, stage_since, created_at, updated_at)
  select $1, pg_temp.id(1, n), 'Buyer ' || n, (array['A', 'B', 'C', null])[1 + (n % 4)], '2025-01-01', '2025-01-01', '2025-01-01'
  from generate_series(0, $2::int / 10) n`;
const INQUIRIES = `
  insert into inquiries (workspace_id, id, conversation_id, channel_id, buyer_id, opening_message_id, opened_at, turn, status, ended_at, target_minutes,
    sla_policy_id, business_calendar_id, due_at, response_business_seconds, response_wall_ms, met)
  select $1, pg_temp.id(6, n), pg_temp.id(4, n), $3, pg_temp.id(1, n % ($2::int / 10)), pg_temp.id(5, n), at, case when a < .3 then 'next' else 'first' end,
    case when a < .04 then 'declined' when a < .05 then 'spam' else 'answered' end, at + b * b * interval '60 hours', (array[60, 240, 480])[1 + (n % 3)],
    $1, $1, at + interval '4 hours', 3600, (b * b * 216000000)::bigint, case when a >= .05 then b < .5 end
  from (select n, pg_temp.chance(n, 1) as a, pg_temp.chance(n, 2) as b, '2025-01-01T00:00:00Z'::timestamptz + pg_temp.chance(n, 3) * interval '364 days' as at
    from generate_series(0, $2::int - 1) n offset 0) i`;

/** Fills an empty, migrated database, as its superuser, with a year of ended inquiries and no conversation behind them. */
export async function fillSla(client: Client, inquiries: number): Promise<SlaWorkspace> {
  const [workspaceId, channelId] = [newId(), newId()];
  // The rows are right by construction, see the inbox bench; what no measure reads is left out.
  await client.query(`set session_replication_role = replica; set synchronous_commit = off; ${FUNCTIONS}`);
  await client.query(
    `insert into workspaces (id, slug, name, time_zone, base_currency, language, created_at) values ($1, 'bench', 'Bench', 'UTC', 'USD', 'en', now())`,
    [workspaceId],
  );
  await client.query(
    `insert into channels (workspace_id, id, name, kind, platform, signing_secret, created_at) values ($1, $2, 'Storefront', 'webhook', 'alibaba', '\\x00', now())`,
    [workspaceId, channelId],
  );
  await client.query(
    `insert into sla_policies (workspace_id, id, version, policy, created_at) values ($1, $1, 1, $2, now())`,
    [workspaceId, DEFAULT_SLA_POLICY],
  );
  await client.query(BUYERS, [workspaceId, inquiries]);
  await client.query(INQUIRIES, [workspaceId, inquiries, channelId]);
  await client.query('reset all');
  await client.query('vacuum analyze');
  return { workspaceId, from: '2025-01-01', to: '2025-12-31' };
}
