import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from './secure-table.ts';

const TABLES = ['mail_cursors', 'mail_references', 'mail_suppressions'];

/** E-mail and hand entry as channels: how a mailbox is reached and read, how mail threads, whom no mail may reach, logged calls. */
export class Mail1763800000017 implements MigrationInterface {
  name = 'Mail1763800000017';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table channels
        drop constraint channels_kind_check,
        add constraint channels_kind_check check (kind in ('webhook', 'demo', 'file', 'email', 'manual')),
        drop constraint channels_platform_check,
        add constraint channels_platform_check check (platform in ('alibaba', 'aliexpress', 'email', 'web_form', 'phone', 'fair', 'other')),
        add mail jsonb,
        add mail_password bytea,
        add last_received_at timestamptz;

      alter table inbound_messages add format text not null default 'json' check (format in ('json', 'mime'));

      alter table messages
        drop constraint messages_direction_check,
        add constraint messages_direction_check check (direction in ('inbound', 'outbound', 'note', 'call')),
        add auto_submitted boolean not null default false,
        add mail jsonb;

      create table mail_cursors (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        channel_id uuid not null,
        folder text not null,
        uid_validity bigint not null,
        last_uid bigint not null,
        read_at timestamptz not null,
        primary key (workspace_id, id),
        constraint mail_cursors_folder_key unique (workspace_id, channel_id, folder),
        constraint mail_cursors_channel_fkey foreign key (workspace_id, channel_id) references channels (workspace_id, id)
      );

      create table mail_references (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        channel_id uuid not null,
        conversation_id uuid not null,
        message_header text not null,
        primary key (workspace_id, id),
        constraint mail_references_key unique (workspace_id, channel_id, conversation_id, message_header),
        constraint mail_references_channel_fkey foreign key (workspace_id, channel_id) references channels (workspace_id, id),
        constraint mail_references_conversation_fkey foreign key (workspace_id, conversation_id) references conversations (workspace_id, id)
      );
      create index mail_references_header_idx on mail_references (workspace_id, channel_id, message_header);
      create index mail_references_conversation_idx on mail_references (workspace_id, conversation_id);

      create table mail_suppressions (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        address text not null check (address = lower(address)),
        reason text not null check (reason in ('bounced', 'complained', 'unsubscribed', 'by_hand')),
        detail text,
        channel_id uuid,
        created_by uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint mail_suppressions_address_key unique (workspace_id, address),
        constraint mail_suppressions_channel_fkey foreign key (workspace_id, channel_id) references channels (workspace_id, id),
        constraint mail_suppressions_created_by_fkey foreign key (workspace_id, created_by) references members (workspace_id, id)
      );
      create index mail_suppressions_channel_idx on mail_suppressions (workspace_id, channel_id) where channel_id is not null;
      create index mail_suppressions_created_by_idx on mail_suppressions (workspace_id, created_by) where created_by is not null;
    `);
    for (const table of TABLES) await secureTable(queryRunner, table);
    await queryRunner.query(`
      create policy own_records on mail_references as restrictive to dangol_own_records using (conversation_id in (select c.id from conversations c));
      create policy own_records on mail_suppressions as restrictive to dangol_own_records using (false);
    `);
    await queryRunner.query(MAILBOXES);
  }

  /** Fails while there are e-mail or hand-entry channels or logged calls: they mean nothing without this. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop trigger channels_mailbox_added on channels;
      drop trigger channels_mailbox_changed on channels;
      drop trigger channels_mailbox_removed on channels;
      drop function queue.keep_mailbox();
      drop table queue.mailboxes;
      drop table ${TABLES.toReversed().join(', ')};
      alter table messages drop auto_submitted, drop mail,
        drop constraint messages_direction_check,
        add constraint messages_direction_check check (direction in ('inbound', 'outbound', 'note'));
      alter table inbound_messages drop format;
      alter table channels drop mail, drop mail_password, drop last_received_at,
        drop constraint channels_kind_check,
        add constraint channels_kind_check check (kind in ('webhook', 'demo', 'file')),
        drop constraint channels_platform_check,
        add constraint channels_platform_check check (platform in ('alibaba', 'aliexpress', 'email', 'web_form', 'other'));
    `);
  }
}

/**
 * Which mailboxes are to be read, for the processes that read them: ids only, of all workspaces, for the role of the jobs. The
 * owner of the tables is bound by row-level security, so the list stands a second time and is kept by triggers, as the search
 * over buyers is. The version tells a reader that its mailbox is connected otherwise now; the notification, that it may look.
 */
const MAILBOXES = `
  create table queue.mailboxes (
    workspace_id uuid not null,
    channel_id uuid not null,
    version uuid not null,
    primary key (workspace_id, channel_id)
  );
  alter table queue.mailboxes owner to dangol_jobs;

  create function queue.keep_mailbox() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
    begin
      if tg_op = 'DELETE' or new.kind <> 'email' or new.status = 'paused' then
        delete from queue.mailboxes where workspace_id = old.workspace_id and channel_id = old.id;
      else
        insert into queue.mailboxes (workspace_id, channel_id, version) values (new.workspace_id, new.id, gen_random_uuid())
          on conflict (workspace_id, channel_id) do update set version = excluded.version;
      end if;
      perform pg_notify('dangol_mailboxes', '');
      return null;
    end $$;
  alter function queue.keep_mailbox() owner to dangol_jobs;
  revoke all on function queue.keep_mailbox() from public;

  create trigger channels_mailbox_added after insert on channels for each row
    when (new.kind = 'email' and new.status <> 'paused') execute function queue.keep_mailbox();
  create trigger channels_mailbox_changed after update on channels for each row
    when (new.kind = 'email' and (old.mail is distinct from new.mail or old.mail_password is distinct from new.mail_password
      or (old.status = 'paused') <> (new.status = 'paused'))) execute function queue.keep_mailbox();
  create trigger channels_mailbox_removed after delete on channels for each row
    when (old.kind = 'email') execute function queue.keep_mailbox();
`;
