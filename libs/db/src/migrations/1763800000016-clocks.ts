import type { MigrationInterface, QueryRunner } from 'typeorm';
import { backfill } from './backfill.ts';
import { secureTable } from './secure-table.ts';

const TABLES = ['buyer_days', 'resolutions', 'clock_alarms'];
const NOTHING_OF_ITS_OWN = `jsonb_build_object('standard', null, 'channels', '{}'::jsonb, 'platforms', '{}'::jsonb)`;
const OWN_BUYERS = 'select b.id from buyers b';

/** Both measures of the response time: buyer-days for the platform score, next response and resolution; hours per channel; alarms. */
export class Clocks1763800000016 implements MigrationInterface {
  name = 'Clocks1763800000016';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table channels
        add own_hours boolean not null default false,
        add platform_zone text,
        add mean_target_minutes integer not null default 240 check (mean_target_minutes between 1 and 43200),
        add excluded_senders text[] not null default '{}';

      alter table business_calendars drop constraint business_calendars_version_key, add channel_id uuid;
      alter table business_calendars add constraint business_calendars_channel_fkey
        foreign key (workspace_id, channel_id) references channels (workspace_id, id);
      create unique index business_calendars_version_key on business_calendars (workspace_id, version) where channel_id is null;
      create unique index business_calendars_channel_version_key on business_calendars (workspace_id, channel_id, version) where channel_id is not null;

      alter table inquiries add turn text not null default 'first' check (turn in ('first', 'next'));
      create index inquiries_opened_idx on inquiries (workspace_id, opened_at);

      create table buyer_days (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        channel_id uuid not null,
        buyer_id uuid not null,
        conversation_id uuid not null,
        opening_message_id uuid not null,
        day date not null,
        opened_at timestamptz not null,
        responded_at timestamptz,
        response_message_id uuid,
        response_member_id uuid,
        first_ack_at timestamptz,
        response_wall_ms bigint,
        excluded text check (excluded in ('spam', 'sender')),
        primary key (workspace_id, id),
        constraint buyer_days_day_key unique (workspace_id, channel_id, buyer_id, day),
        constraint buyer_days_channel_fkey foreign key (workspace_id, channel_id) references channels (workspace_id, id),
        constraint buyer_days_buyer_fkey foreign key (workspace_id, buyer_id) references buyers (workspace_id, id),
        constraint buyer_days_conversation_fkey foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
        constraint buyer_days_opening_fkey foreign key (workspace_id, opening_message_id) references messages (workspace_id, id),
        constraint buyer_days_response_fkey foreign key (workspace_id, response_message_id) references messages (workspace_id, id),
        constraint buyer_days_member_fkey foreign key (workspace_id, response_member_id) references members (workspace_id, id)
      );
      create index buyer_days_opened_idx on buyer_days (workspace_id, opened_at);
      create index buyer_days_channel_idx on buyer_days (workspace_id, channel_id, opened_at);
      create index buyer_days_buyer_idx on buyer_days (workspace_id, buyer_id);
      create index buyer_days_conversation_idx on buyer_days (workspace_id, conversation_id);
      create index buyer_days_opening_idx on buyer_days (workspace_id, opening_message_id);
      create index buyer_days_response_idx on buyer_days (workspace_id, response_message_id) where response_message_id is not null;
      create index buyer_days_member_idx on buyer_days (workspace_id, response_member_id) where response_member_id is not null;

      create table resolutions (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        conversation_id uuid not null,
        channel_id uuid not null,
        buyer_id uuid not null,
        opening_message_id uuid not null,
        opened_at timestamptz not null,
        status text not null check (status in ('open', 'paused', 'resolved', 'declined', 'spam')),
        ended_at timestamptz,
        target_minutes integer,
        due_at timestamptz,
        sla_policy_id uuid not null,
        business_calendar_id uuid not null,
        business_seconds bigint not null,
        paused_seconds bigint not null,
        wall_ms bigint not null,
        running_since timestamptz,
        met boolean,
        primary key (workspace_id, id),
        constraint resolutions_opening_key unique (workspace_id, opening_message_id),
        constraint resolutions_conversation_fkey foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
        constraint resolutions_channel_fkey foreign key (workspace_id, channel_id) references channels (workspace_id, id),
        constraint resolutions_buyer_fkey foreign key (workspace_id, buyer_id) references buyers (workspace_id, id),
        constraint resolutions_opening_fkey foreign key (workspace_id, opening_message_id) references messages (workspace_id, id),
        constraint resolutions_policy_fkey foreign key (workspace_id, sla_policy_id) references sla_policies (workspace_id, id),
        constraint resolutions_calendar_fkey foreign key (workspace_id, business_calendar_id) references business_calendars (workspace_id, id)
      );
      create index resolutions_opened_idx on resolutions (workspace_id, opened_at);
      create index resolutions_conversation_idx on resolutions (workspace_id, conversation_id, opened_at);
      create index resolutions_channel_idx on resolutions (workspace_id, channel_id, opened_at);
      create index resolutions_buyer_idx on resolutions (workspace_id, buyer_id);
      create index resolutions_policy_idx on resolutions (workspace_id, sla_policy_id);
      create index resolutions_calendar_idx on resolutions (workspace_id, business_calendar_id);

      create table clock_alarms (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        conversation_id uuid not null,
        inquiry_id uuid not null,
        kind text not null check (kind in ('warning', 'breach')),
        at timestamptz not null,
        fired_at timestamptz,
        primary key (workspace_id, id),
        constraint clock_alarms_inquiry_key unique (workspace_id, inquiry_id, kind),
        constraint clock_alarms_conversation_fkey foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
        constraint clock_alarms_inquiry_fkey foreign key (workspace_id, inquiry_id) references inquiries (workspace_id, id) on delete cascade
      );
      create index clock_alarms_due_idx on clock_alarms (workspace_id, at) where fired_at is null;
      create index clock_alarms_conversation_idx on clock_alarms (workspace_id, conversation_id);
    `);
    for (const table of TABLES) await secureTable(queryRunner, table);
    await queryRunner.query(`
      create policy own_records on buyer_days as restrictive to dangol_own_records using (buyer_id in (${OWN_BUYERS}));
      create policy own_records on resolutions as restrictive to dangol_own_records using (buyer_id in (${OWN_BUYERS}));
      create policy own_records on clock_alarms as restrictive to dangol_own_records using (conversation_id in (select c.id from conversations c));
    `);
    // A marketplace's own day and its own promise (spec sla): until somebody chooses others.
    await backfill(
      queryRunner,
      ['channels'],
      `update channels set platform_zone = 'America/Los_Angeles', mean_target_minutes = case platform when 'aliexpress' then 720 else 240 end
       where platform in ('alibaba', 'aliexpress')`,
    );
    // Targets get one list per measure; until somebody promises more, what stood is the first response.
    await backfill(
      queryRunner,
      ['sla_policies'],
      `update sla_policies set policy = jsonb_build_object(
         'version', version,
         'first', jsonb_build_object('standard', policy -> 'defaultMinutes', 'channels', '{}'::jsonb, 'platforms', policy -> 'channelMinutes'),
         'next', ${NOTHING_OF_ITS_OWN},
         'resolution', ${NOTHING_OF_ITS_OWN},
         'levelCountsAs', policy -> 'levelCountsAs')
       where policy ? 'defaultMinutes'`,
    );
    // What is there already gets its turns, buyer-days and cases from a job: they are derived by the rules, not by SQL.
    await backfill(
      queryRunner,
      ['workspaces'],
      `do $$ begin
         if exists (select from pg_proc where proname = 'add_job' and pronamespace = to_regnamespace('jobs')) then
           perform queue.enqueue('derive-clocks', json_build_object('workspaceId', id), 'derive-clocks:' || id || ':all', null) from workspaces;
         end if;
       end $$`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop table ${TABLES.toReversed().join(', ')}`);
    // The tables of what was measured by a channel's own hours are gone; its inquiries go back to the workspace's.
    await backfill(
      queryRunner,
      ['business_calendars', 'inquiries', 'sla_policies'],
      `update inquiries i set business_calendar_id = (
         select b.id from business_calendars b where b.workspace_id = i.workspace_id and b.channel_id is null order by b.version desc limit 1)
       where i.business_calendar_id in (select id from business_calendars where channel_id is not null);
       delete from business_calendars where channel_id is not null;
       update sla_policies set policy = jsonb_build_object(
         'version', version, 'defaultMinutes', policy -> 'first' -> 'standard',
         'channelMinutes', policy -> 'first' -> 'platforms', 'levelCountsAs', policy -> 'levelCountsAs')
       where policy ? 'first'`,
    );
    await queryRunner.query(`
      drop index inquiries_opened_idx;
      alter table inquiries drop turn;
      drop index business_calendars_channel_version_key;
      drop index business_calendars_version_key;
      alter table business_calendars drop constraint business_calendars_channel_fkey, drop channel_id,
        add constraint business_calendars_version_key unique (workspace_id, version);
      alter table channels drop own_hours, drop platform_zone, drop mean_target_minutes, drop excluded_senders;
    `);
  }
}
