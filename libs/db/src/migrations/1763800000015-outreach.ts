import type { MigrationInterface, QueryRunner } from 'typeorm';
import { backfill } from './backfill.ts';
import { secureTable } from './secure-table.ts';

const TABLES = ['announcements', 'announcement_products', 'announcement_recipients'];

/** What each default role may do from now on, for the roles that there are. */
const NEW_PERMISSIONS: Record<string, string> = {
  owner:
    'product:read product:write knowledge:write import:run import:manage data:export announcement:read announcement:send workspace:manage workspace:archive',
  manager:
    'product:read product:write knowledge:write import:run import:manage data:export announcement:read announcement:send workspace:manage',
  senior_rep: 'product:read product:write knowledge:write import:run data:export announcement:read announcement:send',
  rep: 'product:read knowledge:write import:run data:export announcement:read announcement:send',
  ops: 'product:read product:write import:run data:export announcement:read',
  finance: 'product:read data:export announcement:read',
  viewer: 'product:read announcement:read',
};

/** New-product announcements to chosen buyers, how far a workspace has moved in, and the permissions of this part. */
export class Outreach1763800000015 implements MigrationInterface {
  name = 'Outreach1763800000015';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table announcements (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        name text not null check (length(btrim(name)) between 1 and 120),
        text text not null check (length(btrim(text)) between 1 and 5000),
        segment jsonb not null default '{}',
        state text not null check (state in ('draft', 'sent')),
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        sent_by uuid,
        sent_at timestamptz,
        primary key (workspace_id, id),
        constraint announcements_created_by_fkey foreign key (workspace_id, created_by) references members (workspace_id, id),
        constraint announcements_sent_by_fkey foreign key (workspace_id, sent_by) references members (workspace_id, id)
      );
      create index announcements_list_idx on announcements (workspace_id, created_at desc, id);
      create index announcements_created_by_idx on announcements (workspace_id, created_by) where created_by is not null;
      create index announcements_sent_by_idx on announcements (workspace_id, sent_by) where sent_by is not null;

      create table announcement_products (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        announcement_id uuid not null,
        product_id uuid not null,
        primary key (workspace_id, id),
        constraint announcement_products_key unique (workspace_id, announcement_id, product_id),
        constraint announcement_products_announcement_fkey foreign key (workspace_id, announcement_id) references announcements (workspace_id, id),
        constraint announcement_products_product_fkey foreign key (workspace_id, product_id) references products (workspace_id, id)
      );
      create index announcement_products_product_idx on announcement_products (workspace_id, product_id);

      create table announcement_recipients (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        announcement_id uuid not null,
        buyer_id uuid not null,
        conversation_id uuid,
        text text not null,
        state text not null check (state in ('ready', 'skipped', 'sent')),
        skip_reason text check (skip_reason in ('no_channel', 'no_consent', 'waiting', 'by_hand')),
        message_id uuid,
        primary key (workspace_id, id),
        constraint announcement_recipients_buyer_key unique (workspace_id, announcement_id, buyer_id),
        constraint announcement_recipients_announcement_fkey foreign key (workspace_id, announcement_id) references announcements (workspace_id, id),
        constraint announcement_recipients_buyer_fkey foreign key (workspace_id, buyer_id) references buyers (workspace_id, id),
        constraint announcement_recipients_conversation_fkey foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
        constraint announcement_recipients_message_fkey foreign key (workspace_id, message_id) references messages (workspace_id, id)
      );
      create index announcement_recipients_buyer_idx on announcement_recipients (workspace_id, buyer_id);
      create index announcement_recipients_conversation_idx on announcement_recipients (workspace_id, conversation_id) where conversation_id is not null;
      create index announcement_recipients_message_idx on announcement_recipients (workspace_id, message_id) where message_id is not null;

      alter table workspaces add setup jsonb not null default '{}';
    `);
    for (const table of TABLES) await secureTable(queryRunner, table);
    await queryRunner.query(
      `create policy own_records on announcement_recipients as restrictive to dangol_own_records using (buyer_id in (select b.id from buyers b))`,
    );
    await backfill(
      queryRunner,
      ['roles'],
      eachRole(
        (key, list) => `
      update roles set permissions = permissions || array(select p from unnest(${list}) p where p <> all (permissions))
      where key = '${key}'`,
      ),
    );
    // A workspace that is worked in has moved in already.
    await backfill(
      queryRunner,
      ['workspaces', 'buyers'],
      `update workspaces w set setup = '{"hidden": true}' where exists (select from buyers b where b.workspace_id = w.id)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await backfill(
      queryRunner,
      ['roles'],
      eachRole(
        (key, list) => `
      update roles set permissions = array(select p from unnest(permissions) p where p <> all (${list})) where key = '${key}'`,
      ),
    );
    await queryRunner.query(`
      alter table workspaces drop setup;
      drop table ${TABLES.toReversed().join(', ')};
    `);
  }
}

function eachRole(statement: (key: string, list: string) => string): string {
  return Object.entries(NEW_PERMISSIONS)
    .map(([key, names]) => statement(key, `'{${names.split(' ').join()}}'::text[]`))
    .join(';\n');
}
