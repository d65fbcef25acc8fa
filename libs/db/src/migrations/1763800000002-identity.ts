import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Accounts and sessions of the whole installation. They belong to no workspace, so the application's role has no right on
 * the tables at all: it goes through the functions below, each of which answers for one account or one token.
 */
export class Identity1763800000002 implements MigrationInterface {
  name = 'Identity1763800000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      grant select on workspaces, roles, members to dangol_identity;
      create policy identity_reads on workspaces for select to dangol_identity using (true);
      create policy identity_reads on roles for select to dangol_identity using (true);
      create policy identity_reads on members for select to dangol_identity using (true);

      create table identity.accounts (
        id uuid primary key,
        email text not null constraint accounts_email_key unique,
        name text not null,
        password_hash text not null,
        language text not null,
        text_size smallint not null default 16,
        created_at timestamptz not null
      );
      create table identity.sessions (
        id uuid primary key,
        account_id uuid not null references identity.accounts (id) on delete cascade,
        token_hash bytea not null constraint sessions_token_key unique,
        user_agent text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null
      );
      create index sessions_account_idx on identity.sessions (account_id);
      create table identity.sign_in_failures (
        key text primary key,
        failures integer not null,
        first_at timestamptz not null
      );
      alter table identity.accounts owner to dangol_identity;
      alter table identity.sessions owner to dangol_identity;
      alter table identity.sign_in_failures owner to dangol_identity;
    `);
    await queryRunner.query(`
      create function identity.create_account(p_id uuid, p_email text, p_name text, p_password_hash text, p_language text, p_now timestamptz)
        returns boolean language sql security definer set search_path = pg_catalog as $$
        with made as (
          insert into identity.accounts (id, email, name, password_hash, language, created_at)
          values (p_id, lower(p_email), p_name, p_password_hash, p_language, p_now)
          on conflict (email) do nothing returning 1)
        select exists (select from made) $$;

      create function identity.find_credentials(p_email text)
        returns table (account_id uuid, password_hash text) language sql stable security definer set search_path = pg_catalog as $$
        select id, password_hash from identity.accounts where email = lower(p_email) $$;

      create function identity.change_preferences(p_account_id uuid, p_language text, p_text_size smallint)
        returns void language sql security definer set search_path = pg_catalog as $$
        update identity.accounts set language = p_language, text_size = p_text_size where id = p_account_id $$;

      create function identity.open_session(p_id uuid, p_account_id uuid, p_token_hash bytea, p_user_agent text, p_now timestamptz, p_expires_at timestamptz)
        returns void language sql security definer set search_path = pg_catalog as $$
        delete from identity.sessions where account_id = p_account_id and expires_at <= p_now;
        insert into identity.sessions (id, account_id, token_hash, user_agent, created_at, expires_at)
        values (p_id, p_account_id, p_token_hash, p_user_agent, p_now, p_expires_at) $$;

      create function identity.find_session(p_token_hash bytea, p_now timestamptz)
        returns table (session_id uuid, account_id uuid, email text, name text, language text, text_size smallint, expires_at timestamptz, memberships jsonb)
        language sql stable security definer set search_path = pg_catalog as $$
        select s.id, a.id, a.email, a.name, a.language, a.text_size, s.expires_at,
          coalesce((
            select jsonb_agg(jsonb_build_object(
              'workspaceId', w.id, 'slug', w.slug, 'workspaceName', w.name, 'memberId', m.id, 'memberName', m.name,
              'role', r.key, 'permissions', r.permissions, 'ownRecordsOnly', r.own_records_only) order by m.created_at, w.id)
            from public.members m
            join public.workspaces w on w.id = m.workspace_id
            join public.roles r on r.workspace_id = m.workspace_id and r.id = m.role_id
            where m.account_id = a.id and m.status = 'active'), '[]'::jsonb)
        from identity.sessions s join identity.accounts a on a.id = s.account_id
        where s.token_hash = p_token_hash and s.expires_at > p_now $$;

      create function identity.close_session(p_token_hash bytea)
        returns void language sql security definer set search_path = pg_catalog as $$
        delete from identity.sessions where token_hash = p_token_hash $$;

      create function identity.close_all_sessions(p_account_id uuid)
        returns integer language sql security definer set search_path = pg_catalog as $$
        with gone as (delete from identity.sessions where account_id = p_account_id returning 1)
        select count(*)::integer from gone $$;

      create function identity.count_sign_in_failures(p_keys text[], p_since timestamptz)
        returns table (key text, failures integer, first_at timestamptz) language sql stable security definer set search_path = pg_catalog as $$
        select f.key, f.failures, f.first_at from identity.sign_in_failures f where f.key = any (p_keys) and f.first_at > p_since $$;

      create function identity.add_sign_in_failure(p_keys text[], p_now timestamptz, p_since timestamptz)
        returns void language sql security definer set search_path = pg_catalog as $$
        delete from identity.sign_in_failures where first_at <= p_since;
        insert into identity.sign_in_failures as f (key, failures, first_at)
        select k, 1, p_now from unnest(p_keys) k order by k
        on conflict (key) do update set failures = f.failures + 1 $$;

      create function identity.clear_sign_in_failures(p_keys text[])
        returns void language sql security definer set search_path = pg_catalog as $$
        delete from identity.sign_in_failures where key = any (p_keys) $$;
    `);
    await queryRunner.query(`
      do $$ declare f record; begin
        for f in select p.oid::regprocedure as signature from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'identity' loop
          execute format('alter function %s owner to dangol_identity', f.signature);
          execute format('revoke all on function %s from public', f.signature);
          execute format('grant execute on function %s to dangol_app', f.signature);
        end loop;
      end $$;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      do $$ declare f record; begin
        for f in select p.oid::regprocedure as signature from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'identity' loop
          execute format('drop function %s', f.signature);
        end loop;
      end $$;
      drop table identity.sign_in_failures, identity.sessions, identity.accounts;
      drop policy identity_reads on members;
      drop policy identity_reads on roles;
      drop policy identity_reads on workspaces;
      revoke select on workspaces, roles, members from dangol_identity;
    `);
  }
}
