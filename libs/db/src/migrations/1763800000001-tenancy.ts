import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from './secure-table.ts';

/** Database roles, the workspace directory, roles and members of a workspace, the append-only event log. */
export class Tenancy1763800000001 implements MigrationInterface {
  name = 'Tenancy1763800000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const role of ['dangol_app', 'dangol_identity', 'dangol_jobs']) {
      // Roles belong to the server, not to the database: another database may have made them, even at this moment. A
      // superuser may work as any role without a grant, and grants made at once for two databases would collide.
      await queryRunner.query(`
        do $$ begin
          create role ${role} nologin nobypassrls;
        exception when duplicate_object or unique_violation then null;
        end $$;
        do $$ begin
          if not (select rolsuper from pg_roles where rolname = current_user) then
            grant ${role} to current_user;
          end if;
        end $$;
      `);
    }
    await queryRunner.query(`
      create schema identity authorization dangol_identity;
      create schema queue authorization dangol_jobs;
      create schema jobs authorization dangol_jobs;
      grant usage on schema public to dangol_app, dangol_identity;
      grant usage on schema identity, queue to dangol_app;

      create table workspaces (
        id uuid primary key,
        slug text not null,
        name text not null,
        time_zone text not null,
        base_currency char(3) not null,
        language text not null,
        undo_send_seconds integer not null default 10 check (undo_send_seconds between 0 and 60),
        auto_send_paused boolean not null default false,
        last_event_position bigint not null default 0,
        created_at timestamptz not null,
        constraint workspaces_slug_key unique (slug)
      );
      alter table workspaces enable row level security;
      alter table workspaces force row level security;
      create policy workspace_isolation on workspaces
        using (id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
        with check (id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
      grant select, insert, update on workspaces to dangol_app;

      create table roles (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        key text not null,
        permissions text[] not null,
        own_records_only boolean not null default false,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint roles_key_key unique (workspace_id, key)
      );

      create table members (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        account_id uuid not null,
        role_id uuid not null,
        name text not null,
        email text not null,
        status text not null default 'active' check (status in ('active', 'removed')),
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint members_account_key unique (workspace_id, account_id),
        constraint members_role_fkey foreign key (workspace_id, role_id) references roles (workspace_id, id)
      );
      create index members_account_idx on members (account_id);
      create index members_role_idx on members (workspace_id, role_id);

      create table invitations (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        email text not null,
        role_id uuid not null,
        token_hash bytea not null,
        invited_by uuid not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        revoked_at timestamptz,
        primary key (workspace_id, id),
        constraint invitations_token_key unique (workspace_id, token_hash),
        constraint invitations_role_fkey foreign key (workspace_id, role_id) references roles (workspace_id, id),
        constraint invitations_invited_by_fkey foreign key (workspace_id, invited_by) references members (workspace_id, id)
      );
      create index invitations_role_idx on invitations (workspace_id, role_id);
      create index invitations_invited_by_idx on invitations (workspace_id, invited_by);

      create table api_keys (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        name text not null,
        role_id uuid not null,
        token_hash bytea not null,
        created_by uuid not null,
        created_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz,
        primary key (workspace_id, id),
        constraint api_keys_token_key unique (workspace_id, token_hash),
        constraint api_keys_role_fkey foreign key (workspace_id, role_id) references roles (workspace_id, id),
        constraint api_keys_created_by_fkey foreign key (workspace_id, created_by) references members (workspace_id, id)
      );
      create index api_keys_role_idx on api_keys (workspace_id, role_id);
      create index api_keys_created_by_idx on api_keys (workspace_id, created_by);

      create table events (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        position bigint not null,
        at timestamptz not null,
        actor_kind text not null check (actor_kind in ('member', 'api_key', 'assistant', 'channel', 'system')),
        actor_id uuid,
        verb text not null,
        subject_kind text not null,
        subject_id uuid not null,
        buyer_id uuid,
        conversation_id uuid,
        data jsonb not null default '{}',
        primary key (workspace_id, id),
        constraint events_position_key unique (workspace_id, position)
      );
      create index events_buyer_idx on events (workspace_id, buyer_id, position) where buyer_id is not null;
      create index events_subject_idx on events (workspace_id, subject_kind, subject_id, position);
    `);
    for (const table of ['roles', 'members', 'invitations', 'api_keys']) await secureTable(queryRunner, table);
    await secureTable(queryRunner, 'events', 'append-only');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table events, api_keys, invitations, members, roles, workspaces;
      drop schema if exists jobs cascade;
      drop schema queue cascade;
      drop schema identity cascade;
      revoke usage on schema public from dangol_app, dangol_identity;
    `); // the roles stay: they belong to the server, and other databases on it may use them
  }
}
