-- Group roles: the rights. The first migration makes them too where they are missing; made here, the owner needs no
-- superuser to be given them.
create role dangol_app nologin nobypassrls;
create role dangol_own_records nologin nobypassrls;
create role dangol_identity nologin nobypassrls;
create role dangol_jobs nologin nobypassrls;
grant dangol_app to dangol_own_records;

-- Owns the schema and runs migrations; no server process uses it.
create role dangol_owner login createrole nobypassrls password :'owner_password';
grant dangol_app, dangol_own_records, dangol_identity, dangol_jobs to dangol_owner with admin option;

-- The pool of API and worker, through PgBouncer. It always acts as dangol_app: what it may see is decided by row-level security.
-- For members who see own records only it steps down to dangol_own_records, for one transaction at a time.
create role dangol_api login noinherit nobypassrls password :'api_password';
grant dangol_app, dangol_own_records to dangol_api;
alter role dangol_api set role = 'dangol_app';
alter role dangol_api set timezone = 'UTC';

-- Past PgBouncer: LISTEN, the job queue and its locks.
create role dangol_direct login nobypassrls password :'direct_password';
grant dangol_app, dangol_jobs to dangol_direct;
alter role dangol_direct set timezone = 'UTC';

-- Dumps. pg_dump refuses tables under row-level security to anybody who cannot see all of them.
create role dangol_backup login bypassrls password :'backup_password';
grant pg_read_all_data to dangol_backup;

-- The database belongs to the owner, and to nobody else by default.
select format('alter database %I owner to dangol_owner', current_database()) \gexec
select format('revoke all on database %I from public', current_database()) \gexec
select format('grant connect on database %I to dangol_api, dangol_direct, dangol_backup', current_database()) \gexec
revoke create on schema public from public;
alter schema public owner to dangol_owner;
