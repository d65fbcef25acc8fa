import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from './secure-table.ts';

/** Knowledge entries, the assistant's drafts, and the door through which a transaction enqueues a job. */
export class Assistant1763800000005 implements MigrationInterface {
  name = 'Assistant1763800000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table knowledge_entries (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        code text not null,
        version integer not null default 1,
        category text not null,
        visibility text not null check (visibility in ('public', 'internal')),
        auto_reply boolean not null default false,
        valid_until date,
        title text not null,
        title_ko text,
        questions text[] not null default '{}',
        answer text not null,
        language text not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (workspace_id, id),
        constraint knowledge_entries_code_key unique (workspace_id, code)
      );

      create table drafts (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        conversation_id uuid not null,
        message_id uuid not null,
        status text not null check (status in ('ready', 'none', 'outdated', 'used', 'discarded')),
        no_draft_reason text,
        language text,
        text text,
        text_ko text,
        content jsonb not null default '{}',
        triage jsonb not null,
        gate jsonb not null,
        engine text not null,
        engine_version text not null,
        created_at timestamptz not null,
        ended_at timestamptz,
        discard_reason text,
        primary key (workspace_id, id),
        constraint drafts_message_key unique (workspace_id, message_id),
        constraint drafts_conversation_fkey foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
        constraint drafts_message_fkey foreign key (workspace_id, message_id) references messages (workspace_id, id)
      );
      create index drafts_conversation_idx on drafts (workspace_id, conversation_id, created_at desc);
      alter table messages add constraint messages_draft_fkey foreign key (workspace_id, draft_id) references drafts (workspace_id, id);
      create index messages_draft_idx on messages (workspace_id, draft_id) where draft_id is not null;
      alter table reply_drafts add constraint reply_drafts_draft_fkey foreign key (workspace_id, draft_id) references drafts (workspace_id, id);
      create index reply_drafts_draft_idx on reply_drafts (workspace_id, draft_id) where draft_id is not null;

      create function queue.enqueue(p_task text, p_payload json, p_key text, p_run_at timestamptz)
        returns void language plpgsql security definer set search_path = pg_catalog as $$
        begin
          perform jobs.add_job(p_task, p_payload, run_at => p_run_at, job_key => p_key, job_key_mode => 'replace');
        end $$;
      alter function queue.enqueue(text, json, text, timestamptz) owner to dangol_jobs;
      revoke all on function queue.enqueue(text, json, text, timestamptz) from public;
      grant execute on function queue.enqueue(text, json, text, timestamptz) to dangol_app;
    `);
    await secureTable(queryRunner, 'knowledge_entries');
    await secureTable(queryRunner, 'drafts');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop function queue.enqueue(text, json, text, timestamptz);
      alter table reply_drafts drop constraint reply_drafts_draft_fkey;
      drop index reply_drafts_draft_idx;
      alter table messages drop constraint messages_draft_fkey;
      drop index messages_draft_idx;
      drop table drafts, knowledge_entries;
    `);
  }
}
