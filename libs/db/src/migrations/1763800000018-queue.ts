import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from './secure-table.ts';

const TABLES = ['macros', 'upload_links'];

/** The queue's own acts: snooze, topic, promises; macros, links for evidence, automatic acknowledgements. */
export class Queue1763800000018 implements MigrationInterface {
  name = 'Queue1763800000018';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table conversations
        add snoozed_until timestamptz,
        add snooze_reason text,
        add snoozed_by uuid,
        add topic text,
        add topic_by text check (topic_by in ('assistant', 'member')),
        add language text,
        add promised_for timestamptz,
        add needs_assignee boolean not null default false;
      alter table conversations add constraint conversations_snoozed_by_fkey
        foreign key (workspace_id, snoozed_by) references members (workspace_id, id);
      create index conversations_snoozed_by_idx on conversations (workspace_id, snoozed_by) where snoozed_by is not null;
      create index conversations_snoozed_idx on conversations (workspace_id, snoozed_until) where snoozed_until is not null;
      create index conversations_promised_idx on conversations (workspace_id, promised_for) where promised_for is not null;
      create index conversations_intake_idx on conversations (workspace_id, grade_rank, level_rank, due_at, id) where needs_assignee;
      create index conversations_unanswered_idx on conversations (workspace_id, id) where status = 'closed' and waiting_since is not null;

      alter table channels add auto_reply jsonb;

      create table macros (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        name text not null check (length(btrim(name)) between 1 and 80),
        texts jsonb not null,
        asks_for_files boolean not null default false,
        version integer not null default 1,
        archived_at timestamptz,
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (workspace_id, id),
        constraint macros_created_by_fkey foreign key (workspace_id, created_by) references members (workspace_id, id)
      );
      create unique index macros_name_key on macros (workspace_id, lower(name)) where archived_at is null;
      create index macros_created_by_idx on macros (workspace_id, created_by) where created_by is not null;

      alter table messages add macro_id uuid, add promised_for timestamptz;
      alter table messages add constraint messages_macro_fkey foreign key (workspace_id, macro_id) references macros (workspace_id, id);
      create index messages_macro_idx on messages (workspace_id, macro_id) where macro_id is not null;

      create table upload_links (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        conversation_id uuid not null,
        token_hash bytea not null,
        created_by uuid,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        used_count integer not null default 0,
        primary key (workspace_id, id),
        constraint upload_links_token_key unique (workspace_id, token_hash),
        constraint upload_links_conversation_fkey foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
        constraint upload_links_created_by_fkey foreign key (workspace_id, created_by) references members (workspace_id, id)
      );
      create index upload_links_conversation_idx on upload_links (workspace_id, conversation_id);
      create index upload_links_created_by_idx on upload_links (workspace_id, created_by) where created_by is not null;

      alter table saved_views drop constraint saved_views_screen_check,
        add constraint saved_views_screen_check check (screen in ('buyers', 'pipeline', 'samples', 'inbox'));
    `);
    for (const table of TABLES) await secureTable(queryRunner, table);
    await queryRunner.query(`
      create function queue.enqueue_many(p_jobs json)
        returns void language plpgsql security definer set search_path = pg_catalog as $$
        begin
          perform jobs.add_jobs(array(
            select row(j.task, j.payload, null, j.run_at, null, j.key, j.priority, null)::jobs.job_spec
            from json_to_recordset(p_jobs) as j (task text, payload json, key text, run_at timestamptz, priority smallint)));
        end $$;

      -- A job that waits and runs by then is enough: the lock keeps it from starting before this transaction has ended, or it
      -- would miss what is stored here. Whoever must move it takes turns, so that the earliest of several wins.
      create function queue.enqueue_by(p_task text, p_payload json, p_key text, p_run_at timestamptz)
        returns void language plpgsql security definer set search_path = pg_catalog as $$
        begin
          perform from jobs._private_jobs where key = p_key and run_at <= p_run_at and locked_at is null for key share;
          if found then return; end if;
          perform pg_advisory_xact_lock(hashtextextended('enqueue_by:' || p_key, 0));
          perform from jobs._private_jobs where key = p_key and run_at <= p_run_at and locked_at is null for key share;
          if found then return; end if;
          perform jobs.add_job(p_task, p_payload, run_at => p_run_at, job_key => p_key, job_key_mode => 'replace');
        end $$;
      alter function queue.enqueue_many(json) owner to dangol_jobs;
      alter function queue.enqueue_by(text, json, text, timestamptz) owner to dangol_jobs;
      revoke all on function queue.enqueue_many(json), queue.enqueue_by(text, json, text, timestamptz) from public;
      grant execute on function queue.enqueue_many(json), queue.enqueue_by(text, json, text, timestamptz) to dangol_app;

      create policy own_records on upload_links as restrictive to dangol_own_records using (conversation_id in (select c.id from conversations c));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table saved_views drop constraint saved_views_screen_check,
        add constraint saved_views_screen_check check (screen in ('buyers', 'pipeline', 'samples'));
      drop function queue.enqueue_by(text, json, text, timestamptz);
      drop function queue.enqueue_many(json);
      drop table upload_links;
      alter table messages drop macro_id, drop promised_for;
      drop table macros;
      alter table channels drop auto_reply;
      drop index conversations_unanswered_idx;
      alter table conversations drop snoozed_until, drop snooze_reason, drop snoozed_by, drop topic, drop topic_by, drop language, drop promised_for, drop needs_assignee;
    `);
  }
}
