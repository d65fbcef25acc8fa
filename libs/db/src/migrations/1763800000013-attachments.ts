import type { MigrationInterface, QueryRunner } from 'typeorm';
import { backfill } from './backfill.ts';
import { secureTable } from './secure-table.ts';

const OWN_BUYERS = 'select b.id from buyers b';

/**
 * Files of buyers, products and conversations in one table; their content lies in the file store under (workspace, id).
 * `content` holds it only for files that were kept before there was a store, until a job has moved them.
 */
export class Attachments1763800000013 implements MigrationInterface {
  name = 'Attachments1763800000013';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table attachments (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        buyer_id uuid,
        product_id uuid,
        conversation_id uuid,
        message_id uuid,
        name text not null,
        content_type text not null,
        size_bytes bigint not null check (size_bytes > 0),
        sha256 bytea not null,
        content bytea,
        position integer not null default 0,
        uploaded_by uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint attachments_owner_check check (num_nonnulls(buyer_id, product_id, conversation_id) = 1),
        constraint attachments_message_check check (message_id is null or conversation_id is not null),
        constraint attachments_buyer_fkey foreign key (workspace_id, buyer_id) references buyers (workspace_id, id),
        constraint attachments_product_fkey foreign key (workspace_id, product_id) references products (workspace_id, id),
        constraint attachments_conversation_fkey foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
        constraint attachments_message_fkey foreign key (workspace_id, message_id) references messages (workspace_id, id),
        constraint attachments_uploaded_by_fkey foreign key (workspace_id, uploaded_by) references members (workspace_id, id)
      );
      create index attachments_buyer_idx on attachments (workspace_id, buyer_id, created_at desc, id) where buyer_id is not null;
      create index attachments_product_idx on attachments (workspace_id, product_id, position, id) where product_id is not null;
      create index attachments_conversation_idx on attachments (workspace_id, conversation_id) where conversation_id is not null;
      create index attachments_message_idx on attachments (workspace_id, message_id) where message_id is not null;
      create index attachments_uploaded_by_idx on attachments (workspace_id, uploaded_by) where uploaded_by is not null;
      create index attachments_content_idx on attachments (workspace_id, id) where content is not null;
    `);
    await backfill(
      queryRunner,
      ['buyer_files'],
      `insert into attachments (workspace_id, id, buyer_id, name, content_type, size_bytes, sha256, content, uploaded_by, created_at)
        select workspace_id, id, buyer_id, name, content_type, size_bytes, sha256, content, uploaded_by, created_at from buyer_files`,
    );
    await queryRunner.query('drop table buyer_files');
    // Asked for here, because a worker that starts knows no workspace (MoveContentsJob). A database that has files has a queue.
    await queryRunner.query(`
      select queue.enqueue('attachment-move-contents', json_build_object('workspaceId', workspace_id), 'attachment-move-contents:' || workspace_id, null)
      from (select distinct workspace_id from attachments) w`);
    await secureTable(queryRunner, 'attachments');
    await queryRunner.query(`
      create policy own_records on attachments as restrictive to dangol_own_records using (
        product_id is not null or buyer_id in (${OWN_BUYERS})
        or exists (select from conversations o where o.workspace_id = attachments.workspace_id and o.id = attachments.conversation_id))
    `);
  }

  /** The content of files that lie in the store stays there; only those still in the database come back. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
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
    `);
    await backfill(
      queryRunner,
      ['attachments'],
      `insert into buyer_files (workspace_id, id, buyer_id, name, content_type, size_bytes, sha256, content, uploaded_by, created_at)
        select workspace_id, id, buyer_id, name, content_type, size_bytes, sha256, content, uploaded_by, created_at from attachments
        where buyer_id is not null and content is not null and size_bytes <= 10485760`,
    );
    await queryRunner.query('drop table attachments');
    await secureTable(queryRunner, 'buyer_files');
    await queryRunner.query(
      `create policy own_records on buyer_files as restrictive to dangol_own_records using (buyer_id in (${OWN_BUYERS}))`,
    );
  }
}
