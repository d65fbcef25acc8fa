import type { MigrationInterface, QueryRunner } from 'typeorm';
import { backfill } from './backfill.ts';
import { secureTable } from './secure-table.ts';

const TABLES = ['product_variants', 'product_prices', 'product_versions'];

/** The catalogue in full: what a product is, its variants, price tiers by currency and country, and every version of it. */
export class Catalogue1763800000012 implements MigrationInterface {
  name = 'Catalogue1763800000012';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table products rename slug to code;
      alter table products rename constraint products_slug_key to products_code_key;
      alter table products
        add version integer not null default 1 check (version > 0),
        add status text not null default 'active' constraint products_status_check check (status in ('draft', 'active', 'discontinued')),
        add category text,
        add description text,
        add unit text not null default 'pcs',
        add moq integer constraint products_moq_check check (moq > 0),
        add lead_time_days integer constraint products_lead_time_check check (lead_time_days >= 0),
        add weight_grams integer constraint products_weight_check check (weight_grams > 0),
        add origin_country char(2),
        add hs_code text,
        add launched_on date,
        add option_names text[] not null default '{}',
        add specs jsonb not null default '[]',
        add certificates jsonb not null default '[]',
        add search_text text not null default '',
        add updated_at timestamptz;
    `);
    await backfill(
      queryRunner,
      ['products'],
      `update products set updated_at = created_at,
        search_text = fold_text(concat_ws(chr(10), code, (select string_agg(name.value, chr(10)) from jsonb_each_text(names) name)))`,
    );
    await queryRunner.query(`
      alter table products alter updated_at set not null;
      create index products_list_idx on products (workspace_id, status, code, id);
      create index products_category_idx on products (workspace_id, category, code, id);

      create table product_variants (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        product_id uuid not null,
        sku text not null check (length(sku) between 1 and 80),
        options jsonb not null default '{}',
        moq integer check (moq > 0),
        lead_time_days integer check (lead_time_days >= 0),
        weight_grams integer check (weight_grams > 0),
        cost_minor bigint check (cost_minor >= 0),
        cost_currency char(3),
        barcode text,
        status text not null default 'active' check (status in ('active', 'discontinued')),
        position integer not null default 0,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint product_variants_cost_check check ((cost_minor is null) = (cost_currency is null)),
        constraint product_variants_sku_key unique (workspace_id, sku),
        constraint product_variants_product_fkey foreign key (workspace_id, product_id) references products (workspace_id, id)
      );
      create index product_variants_product_idx on product_variants (workspace_id, product_id, position, id);

      create table product_prices (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        product_id uuid not null,
        variant_id uuid,
        currency char(3) not null,
        country char(2),
        min_quantity integer not null check (min_quantity > 0),
        unit_price_minor bigint not null check (unit_price_minor >= 0),
        valid_until date,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint product_prices_product_fkey foreign key (workspace_id, product_id) references products (workspace_id, id),
        constraint product_prices_variant_fkey foreign key (workspace_id, variant_id) references product_variants (workspace_id, id)
      );
      create unique index product_prices_tier_key on product_prices (workspace_id, product_id, variant_id, currency, country, min_quantity) nulls not distinct;
      create index product_prices_variant_idx on product_prices (workspace_id, variant_id) where variant_id is not null;

      create table product_versions (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        product_id uuid not null,
        version integer not null check (version > 0),
        snapshot jsonb not null,
        changed_by uuid,
        changed_at timestamptz not null,
        primary key (workspace_id, id),
        constraint product_versions_version_key unique (workspace_id, product_id, version),
        constraint product_versions_product_fkey foreign key (workspace_id, product_id) references products (workspace_id, id),
        constraint product_versions_changed_by_fkey foreign key (workspace_id, changed_by) references members (workspace_id, id)
      );
      create index product_versions_changed_by_idx on product_versions (workspace_id, changed_by) where changed_by is not null;

      alter table order_lines
        add variant_id uuid,
        add constraint order_lines_variant_fkey foreign key (workspace_id, variant_id) references product_variants (workspace_id, id);
      create index order_lines_variant_idx on order_lines (workspace_id, variant_id) where variant_id is not null;
    `);
    for (const table of TABLES) await secureTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop index order_lines_variant_idx;
      alter table order_lines drop constraint order_lines_variant_fkey, drop variant_id;
      drop table ${TABLES.toReversed().join(', ')};
      drop index products_category_idx, products_list_idx;
      alter table products drop version, drop status, drop category, drop description, drop unit, drop moq, drop lead_time_days,
        drop weight_grams, drop origin_country, drop hs_code, drop launched_on, drop option_names, drop specs, drop certificates,
        drop search_text, drop updated_at;
      alter table products rename constraint products_code_key to products_slug_key;
      alter table products rename code to slug;
    `);
  }
}
