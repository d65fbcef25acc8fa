import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from './secure-table.ts';

/** Buyers with their identities and contacts, versioned grading rules, products, orders (completed history), channels. */
export class Buyers1763800000003 implements MigrationInterface {
  name = 'Buyers1763800000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table channels (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        name text not null,
        kind text not null check (kind in ('webhook', 'demo')),
        platform text not null check (platform in ('alibaba', 'aliexpress', 'email', 'web_form', 'other')),
        status text not null default 'active' check (status in ('active', 'failing', 'paused')),
        status_detail text,
        signing_secret bytea not null,
        delivery_url text,
        auto_mode boolean not null default false,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint channels_name_key unique (workspace_id, name)
      );

      create table grading_rules (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        version integer not null,
        rules jsonb not null,
        created_by uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint grading_rules_version_key unique (workspace_id, version),
        constraint grading_rules_created_by_fkey foreign key (workspace_id, created_by) references members (workspace_id, id)
      );
      create index grading_rules_created_by_idx on grading_rules (workspace_id, created_by) where created_by is not null;

      create table buyers (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        name text not null,
        company text,
        country char(2),
        language text,
        employees integer check (employees >= 0),
        annual_purchase_minor bigint check (annual_purchase_minor >= 0),
        company_type text,
        web_site text,
        owner_id uuid,
        grade char(1) check (grade in ('A', 'B', 'C')),
        grade_rank smallint not null default 4,
        platform_level char(2) check (platform_level in ('L1', 'L2', 'L3', 'L4')),
        level_rank smallint not null default 5,
        grading jsonb,
        grading_rules_version integer,
        graded_at timestamptz,
        order_count integer not null default 0,
        first_order_at timestamptz,
        last_order_at timestamptz,
        last_contact_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (workspace_id, id),
        constraint buyers_owner_fkey foreign key (workspace_id, owner_id) references members (workspace_id, id)
      );
      create index buyers_owner_idx on buyers (workspace_id, owner_id) where owner_id is not null;
      create index buyers_list_idx on buyers (workspace_id, grade_rank, level_rank, id);

      create table buyer_identities (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        buyer_id uuid not null,
        channel_id uuid not null,
        external_id text not null,
        display_name text,
        platform_level char(2) check (platform_level in ('L1', 'L2', 'L3', 'L4')),
        seen_at timestamptz not null,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint buyer_identities_external_key unique (workspace_id, channel_id, external_id),
        constraint buyer_identities_buyer_fkey foreign key (workspace_id, buyer_id) references buyers (workspace_id, id),
        constraint buyer_identities_channel_fkey foreign key (workspace_id, channel_id) references channels (workspace_id, id)
      );
      create index buyer_identities_buyer_idx on buyer_identities (workspace_id, buyer_id);

      create table buyer_contacts (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        buyer_id uuid not null,
        name text,
        email text,
        phone text,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint buyer_contacts_buyer_fkey foreign key (workspace_id, buyer_id) references buyers (workspace_id, id)
      );
      create index buyer_contacts_buyer_idx on buyer_contacts (workspace_id, buyer_id);
      create index buyer_contacts_email_idx on buyer_contacts (workspace_id, email) where email is not null;

      create table products (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        slug text not null,
        names jsonb not null,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint products_slug_key unique (workspace_id, slug)
      );

      create table orders (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        buyer_id uuid not null,
        channel_id uuid,
        external_id text not null,
        state text not null check (state in ('COMPLETED', 'CANCELLED')),
        placed_at timestamptz not null,
        paid_at timestamptz,
        cancelled_at timestamptz,
        currency char(3) not null,
        total_minor bigint not null,
        base_currency char(3) not null,
        base_total_minor bigint not null,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint orders_external_key unique (workspace_id, external_id),
        constraint orders_buyer_fkey foreign key (workspace_id, buyer_id) references buyers (workspace_id, id),
        constraint orders_channel_fkey foreign key (workspace_id, channel_id) references channels (workspace_id, id)
      );
      create index orders_buyer_idx on orders (workspace_id, buyer_id, placed_at desc, id);
      create index orders_channel_idx on orders (workspace_id, channel_id) where channel_id is not null;
    `);
    for (const table of [
      'channels',
      'grading_rules',
      'buyers',
      'buyer_identities',
      'buyer_contacts',
      'products',
      'orders',
    ])
      await secureTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `drop table orders, products, buyer_contacts, buyer_identities, buyers, grading_rules, channels`,
    );
  }
}
