import type { MigrationInterface, QueryRunner } from 'typeorm';
import { backfill } from './backfill.ts';
import { secureTable } from './secure-table.ts';

const TABLES = [
  'tags',
  'buyer_tags',
  'buyer_notes',
  'buyer_files',
  'buyer_consents',
  'custom_fields',
  'buyer_merges',
  'duplicate_dismissals',
  'grade_overrides',
  'saved_views',
];

/** The buyer record: pipeline stage, computed grade beside an override, free tags, notes, files, consent, custom fields, merges. */
export class BuyerRecord1763800000006 implements MigrationInterface {
  name = 'BuyerRecord1763800000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table buyers
        add stage text not null default 'new'
          constraint buyers_stage_check check (stage in ('new', 'qualified', 'sampling', 'quoted', 'first_order', 'repeat', 'dormant')),
        add stage_since timestamptz,
        add computed_grade char(1) constraint buyers_computed_grade_check check (computed_grade in ('A', 'B', 'C')),
        add score numeric(5, 2),
        add provisional boolean not null default false,
        add time_zone text,
        add address text,
        add links jsonb not null default '[]',
        add custom jsonb not null default '{}',
        add search_text text not null default '',
        add paid_year_minor bigint not null default 0,
        add paid_total_minor bigint not null default 0,
        add usual_gap_days integer,
        add erased_at timestamptz;
    `);
    await backfill(
      queryRunner,
      ['buyers'],
      `update buyers set stage_since = created_at, computed_grade = grade, score = (grading ->> 'score')::numeric,
        provisional = coalesce((grading ->> 'provisional')::boolean, false)`,
    );
    await queryRunner.query(`
      alter table buyers alter stage_since set not null;
      create index buyers_stage_idx on buyers (workspace_id, stage, grade_rank, level_rank, id);
      create index buyers_name_idx on buyers (workspace_id, lower(name));

      alter table buyer_contacts add language text, add time_zone text;

      create table tags (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        name text not null check (length(name) between 1 and 40),
        created_by uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint tags_created_by_fkey foreign key (workspace_id, created_by) references members (workspace_id, id)
      );
      create unique index tags_name_key on tags (workspace_id, lower(name));
      create index tags_created_by_idx on tags (workspace_id, created_by) where created_by is not null;

      create table buyer_tags (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        buyer_id uuid not null,
        tag_id uuid not null,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint buyer_tags_key unique (workspace_id, buyer_id, tag_id),
        constraint buyer_tags_buyer_fkey foreign key (workspace_id, buyer_id) references buyers (workspace_id, id),
        constraint buyer_tags_tag_fkey foreign key (workspace_id, tag_id) references tags (workspace_id, id)
      );
      create index buyer_tags_tag_idx on buyer_tags (workspace_id, tag_id, buyer_id);

      create table buyer_notes (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        buyer_id uuid not null,
        author_id uuid not null,
        text text not null,
        private boolean not null default false,
        created_at timestamptz not null,
        edited_at timestamptz,
        primary key (workspace_id, id),
        constraint buyer_notes_buyer_fkey foreign key (workspace_id, buyer_id) references buyers (workspace_id, id),
        constraint buyer_notes_author_fkey foreign key (workspace_id, author_id) references members (workspace_id, id)
      );
      create index buyer_notes_buyer_idx on buyer_notes (workspace_id, buyer_id, created_at desc, id);
      create index buyer_notes_author_idx on buyer_notes (workspace_id, author_id);

      create table buyer_files (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        buyer_id uuid not null,
        name text not null,
        content_type text not null,
        size_bytes integer not null check (size_bytes between 1 and 10485760),
        sha256 bytea not null,
        content bytea not null,
        uploaded_by uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint buyer_files_buyer_fkey foreign key (workspace_id, buyer_id) references buyers (workspace_id, id),
        constraint buyer_files_uploaded_by_fkey foreign key (workspace_id, uploaded_by) references members (workspace_id, id)
      );
      create index buyer_files_buyer_idx on buyer_files (workspace_id, buyer_id, created_at desc, id);
      create index buyer_files_uploaded_by_idx on buyer_files (workspace_id, uploaded_by) where uploaded_by is not null;

      create table buyer_consents (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        buyer_id uuid not null,
        purpose text not null check (purpose in ('messages', 'marketing', 'data_processing')),
        granted boolean not null,
        source text not null,
        given_at timestamptz not null,
        recorded_by uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint buyer_consents_buyer_fkey foreign key (workspace_id, buyer_id) references buyers (workspace_id, id),
        constraint buyer_consents_recorded_by_fkey foreign key (workspace_id, recorded_by) references members (workspace_id, id)
      );
      create index buyer_consents_buyer_idx on buyer_consents (workspace_id, buyer_id, purpose, given_at desc, id);
      create index buyer_consents_recorded_by_idx on buyer_consents (workspace_id, recorded_by) where recorded_by is not null;

      create table custom_fields (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        name text not null check (length(name) between 1 and 60),
        kind text not null check (kind in ('text', 'number', 'date', 'choice')),
        choices jsonb not null default '[]',
        position integer not null,
        archived_at timestamptz,
        created_at timestamptz not null,
        primary key (workspace_id, id)
      );
      create unique index custom_fields_name_key on custom_fields (workspace_id, lower(name)) where archived_at is null;

      create table buyer_merges (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        kept_id uuid not null,
        merged_id uuid not null,
        snapshot jsonb not null,
        merged_by uuid,
        merged_at timestamptz not null,
        undo_until timestamptz not null,
        undone_at timestamptz,
        undone_by uuid,
        primary key (workspace_id, id),
        constraint buyer_merges_kept_fkey foreign key (workspace_id, kept_id) references buyers (workspace_id, id),
        constraint buyer_merges_merged_by_fkey foreign key (workspace_id, merged_by) references members (workspace_id, id),
        constraint buyer_merges_undone_by_fkey foreign key (workspace_id, undone_by) references members (workspace_id, id)
      );
      create index buyer_merges_kept_idx on buyer_merges (workspace_id, kept_id, merged_at desc);
      create index buyer_merges_merged_idx on buyer_merges (workspace_id, merged_id);
      create index buyer_merges_merged_by_idx on buyer_merges (workspace_id, merged_by) where merged_by is not null;
      create index buyer_merges_undone_by_idx on buyer_merges (workspace_id, undone_by) where undone_by is not null;

      create table duplicate_dismissals (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        buyer_id uuid not null,
        other_id uuid not null,
        dismissed_by uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint duplicate_dismissals_pair_key unique (workspace_id, buyer_id, other_id),
        constraint duplicate_dismissals_order_check check (buyer_id < other_id),
        constraint duplicate_dismissals_dismissed_by_fkey foreign key (workspace_id, dismissed_by) references members (workspace_id, id)
      );
      create index duplicate_dismissals_other_idx on duplicate_dismissals (workspace_id, other_id);
      create index duplicate_dismissals_dismissed_by_idx on duplicate_dismissals (workspace_id, dismissed_by) where dismissed_by is not null;

      create table grade_overrides (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        buyer_id uuid not null,
        grade char(1) not null check (grade in ('A', 'B', 'C')),
        computed_grade char(1) not null check (computed_grade in ('A', 'B', 'C')),
        reason text not null check (length(btrim(reason)) between 1 and 1000),
        review_on date not null,
        set_by uuid,
        set_at timestamptz not null,
        ended_at timestamptz,
        ended_by uuid,
        primary key (workspace_id, id),
        constraint grade_overrides_buyer_fkey foreign key (workspace_id, buyer_id) references buyers (workspace_id, id),
        constraint grade_overrides_set_by_fkey foreign key (workspace_id, set_by) references members (workspace_id, id),
        constraint grade_overrides_ended_by_fkey foreign key (workspace_id, ended_by) references members (workspace_id, id)
      );
      create unique index grade_overrides_active_key on grade_overrides (workspace_id, buyer_id) where ended_at is null;
      create index grade_overrides_buyer_idx on grade_overrides (workspace_id, buyer_id, set_at desc);
      create index grade_overrides_review_idx on grade_overrides (workspace_id, review_on, id) where ended_at is null;
      create index grade_overrides_set_by_idx on grade_overrides (workspace_id, set_by) where set_by is not null;
      create index grade_overrides_ended_by_idx on grade_overrides (workspace_id, ended_by) where ended_by is not null;

      create table saved_views (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        member_id uuid not null,
        screen text not null check (screen in ('pipeline', 'buyers', 'samples')),
        name text not null check (length(btrim(name)) between 1 and 60),
        query text not null check (length(query) <= 2000),
        shared boolean not null default false,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint saved_views_member_fkey foreign key (workspace_id, member_id) references members (workspace_id, id)
      );
      create unique index saved_views_name_key on saved_views (workspace_id, member_id, screen, lower(name));
    `);
    for (const table of TABLES) await secureTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table ${TABLES.toReversed().join(', ')};
      alter table buyer_contacts drop language, drop time_zone;
      drop index buyers_name_idx, buyers_stage_idx;
      alter table buyers drop stage, drop stage_since, drop computed_grade, drop score, drop provisional, drop time_zone, drop address,
        drop links, drop custom, drop search_text, drop paid_year_minor, drop paid_total_minor, drop usual_gap_days,
        drop erased_at;
    `);
  }
}
