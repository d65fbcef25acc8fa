import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from './secure-table.ts';

const TABLES = ['imports', 'import_rows', 'import_changes', 'import_mappings', 'order_adjustments', 'archive_imports'];
/** Tables whose rows an import makes; each row says which one made it. */
const IMPORTED = [
  'buyers',
  'buyer_contacts',
  'buyer_identities',
  'orders',
  'order_lines',
  'products',
  'product_variants',
  'product_prices',
  'knowledge_entries',
  'conversations',
  'messages',
];

/** Files that are brought in: what was uploaded, how its columns are read, where the job stands, what it made and changed. Archives too. */
export class Imports1763800000014 implements MigrationInterface {
  name = 'Imports1763800000014';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table imports (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        kind text not null check (kind in ('buyers', 'contacts', 'inquiries', 'orders', 'order_lines', 'products', 'knowledge')),
        source text not null check (length(btrim(source)) between 1 and 60),
        channel_id uuid,
        file_name text not null,
        size_bytes bigint not null,
        sha256 bytea not null,
        format text check (format in ('csv', 'xlsx')),
        layout jsonb not null default '{}',
        mapping jsonb not null default '[]',
        options jsonb not null default '{}',
        status text not null check (status in ('reading', 'mapping', 'checking', 'checked', 'running', 'done', 'failed', 'cancelled', 'undoing', 'undone')),
        problem_code text,
        problem text,
        revision integer not null default 1,
        total_rows integer,
        done_rows integer not null default 0,
        good_rows integer not null default 0,
        bad_rows integer not null default 0,
        created_rows integer not null default 0,
        updated_rows integer not null default 0,
        unchanged_rows integer not null default 0,
        failed_rows integer not null default 0,
        left_out_rows integer not null default 0,
        preview jsonb not null default '{}',
        position integer not null default 0,
        state jsonb not null default '{}',
        content_at timestamptz,
        started_by uuid,
        created_at timestamptz not null,
        run_at timestamptz,
        finished_at timestamptz,
        undone_at timestamptz,
        undone_by uuid,
        primary key (workspace_id, id),
        constraint imports_channel_fkey foreign key (workspace_id, channel_id) references channels (workspace_id, id),
        constraint imports_started_by_fkey foreign key (workspace_id, started_by) references members (workspace_id, id),
        constraint imports_undone_by_fkey foreign key (workspace_id, undone_by) references members (workspace_id, id)
      );
      create index imports_list_idx on imports (workspace_id, created_at desc, id);
      create index imports_channel_idx on imports (workspace_id, channel_id) where channel_id is not null;
      create index imports_started_by_idx on imports (workspace_id, started_by) where started_by is not null;
      create index imports_undone_by_idx on imports (workspace_id, undone_by) where undone_by is not null;

      create table import_rows (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        import_id uuid not null,
        row_number integer not null check (row_number > 0),
        cells jsonb not null,
        problems jsonb not null default '[]',
        state text not null check (state in ('bad', 'corrected', 'left_out', 'failed')),
        primary key (workspace_id, id),
        constraint import_rows_number_key unique (workspace_id, import_id, row_number),
        constraint import_rows_import_fkey foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade
      );

      create table import_changes (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        import_id uuid not null,
        table_name text not null,
        row_id uuid not null,
        before jsonb not null,
        primary key (workspace_id, id),
        constraint import_changes_row_key unique (workspace_id, import_id, table_name, row_id),
        constraint import_changes_import_fkey foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade
      );

      create table import_mappings (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        kind text not null,
        source text not null,
        columns jsonb not null,
        options jsonb not null default '{}',
        updated_by uuid,
        updated_at timestamptz not null,
        primary key (workspace_id, id),
        constraint import_mappings_source_key unique (workspace_id, kind, source),
        constraint import_mappings_updated_by_fkey foreign key (workspace_id, updated_by) references members (workspace_id, id)
      );
      create index import_mappings_updated_by_idx on import_mappings (workspace_id, updated_by) where updated_by is not null;

      create table order_adjustments (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        buyer_id uuid not null,
        order_id uuid,
        external_id text not null,
        kind text not null check (kind in ('cancellation', 'adjustment')),
        at timestamptz not null,
        currency char(3) not null,
        amount_minor bigint not null,
        import_id uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint order_adjustments_external_key unique (workspace_id, external_id),
        constraint order_adjustments_buyer_fkey foreign key (workspace_id, buyer_id) references buyers (workspace_id, id),
        constraint order_adjustments_order_fkey foreign key (workspace_id, order_id) references orders (workspace_id, id),
        constraint order_adjustments_import_fkey foreign key (workspace_id, import_id) references imports (workspace_id, id)
      );
      create index order_adjustments_buyer_idx on order_adjustments (workspace_id, buyer_id, at desc, id);
      create index order_adjustments_order_idx on order_adjustments (workspace_id, order_id) where order_id is not null;
      create index order_adjustments_import_idx on order_adjustments (workspace_id, import_id) where import_id is not null;

      create table archive_imports (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        file_name text not null,
        size_bytes bigint not null,
        status text not null check (status in ('reading', 'running', 'done', 'failed')),
        problem_code text,
        problem text,
        total_rows bigint,
        done_rows bigint not null default 0,
        counts jsonb not null default '{}',
        started_by uuid,
        created_at timestamptz not null,
        finished_at timestamptz,
        primary key (workspace_id, id),
        constraint archive_imports_started_by_fkey foreign key (workspace_id, started_by) references members (workspace_id, id)
      );
      create index archive_imports_list_idx on archive_imports (workspace_id, created_at desc, id);
      create index archive_imports_started_by_idx on archive_imports (workspace_id, started_by) where started_by is not null;

      alter table orders add country char(2);
      create index buyer_contacts_phone_idx on buyer_contacts (workspace_id, phone) where phone is not null;
      ${IMPORTED.map(
        (table) => `
      alter table ${table} add import_id uuid,
        add constraint ${table}_import_fkey foreign key (workspace_id, import_id) references imports (workspace_id, id);
      create index ${table}_import_idx on ${table} (workspace_id, import_id) where import_id is not null;`,
      ).join('')}

      alter table channels drop constraint channels_kind_check;
      alter table channels add constraint channels_kind_check check (kind in ('webhook', 'demo', 'file'));
    `);
    for (const table of TABLES) await secureTable(queryRunner, table);
    await queryRunner.query(`
      create policy own_records on order_adjustments as restrictive to dangol_own_records using (buyer_id in (select b.id from buyers b));
      create policy own_records on imports as restrictive to dangol_own_records
        using (started_by = (select nullif(current_setting('app.own_member', true), '')::uuid));
      create policy own_records on archive_imports as restrictive to dangol_own_records
        using (started_by = (select nullif(current_setting('app.own_member', true), '')::uuid));
      create policy own_records on import_rows as restrictive to dangol_own_records
        using (exists (select from imports o where o.workspace_id = import_rows.workspace_id and o.id = import_rows.import_id));
      create policy own_records on import_changes as restrictive to dangol_own_records
        using (exists (select from imports o where o.workspace_id = import_changes.workspace_id and o.id = import_changes.import_id));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table channels drop constraint channels_kind_check;
      alter table channels add constraint channels_kind_check check (kind in ('webhook', 'demo'));
      ${IMPORTED.map((table) => `drop index ${table}_import_idx; alter table ${table} drop constraint ${table}_import_fkey, drop import_id;`).join('\n')}
      drop index buyer_contacts_phone_idx;
      alter table orders drop country;
      drop table ${TABLES.toReversed().join(', ')};
    `);
  }
}
