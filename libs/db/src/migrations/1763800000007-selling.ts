import type { MigrationInterface, QueryRunner } from 'typeorm';
import { backfill } from './backfill.ts';
import { secureTable } from './secure-table.ts';

const TABLES = [
  'order_lines',
  'buyer_order_totals',
  'exchange_rates',
  'sample_policies',
  'sample_requests',
  'stage_changes',
  'assignment_rules',
  'support_entries',
  'goals',
];

/** Orders in their first form with lines, samples under their policy, stage history, assignment rules, growth support, goals. */
export class Selling1763800000007 implements MigrationInterface {
  name = 'Selling1763800000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table orders drop constraint orders_state_check;
      alter table orders
        add constraint orders_state_check check (state in ('DRAFT', 'PENDING_PAYMENT', 'PAID', 'PREPARING', 'BACKORDERED', 'READY_TO_SHIP',
          'PARTIALLY_SHIPPED', 'SHIPPED', 'DELIVERED', 'COMPLETED', 'CLOSED', 'CANCELLED', 'EXPIRED', 'REFUNDED')),
        add is_sample boolean not null default false;
      create index orders_paid_idx on orders (workspace_id, buyer_id, paid_at)
        include (base_total_minor) where paid_at is not null and cancelled_at is null and not is_sample;

      create table order_lines (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        order_id uuid not null,
        line_number integer not null check (line_number > 0),
        product_id uuid,
        sku text,
        description text not null,
        unit_price_minor bigint not null,
        total_minor bigint not null,
        ordered integer not null check (ordered > 0),
        cancelled integer not null default 0 check (cancelled >= 0),
        reserved integer not null default 0 check (reserved >= 0),
        backordered integer not null default 0 check (backordered >= 0),
        shipped integer not null default 0 check (shipped >= 0),
        delivered integer not null default 0 check (delivered >= 0),
        returned integer not null default 0 check (returned >= 0),
        primary key (workspace_id, id),
        constraint order_lines_number_key unique (workspace_id, order_id, line_number),
        constraint order_lines_order_fkey foreign key (workspace_id, order_id) references orders (workspace_id, id),
        constraint order_lines_product_fkey foreign key (workspace_id, product_id) references products (workspace_id, id)
      );
      create index order_lines_product_idx on order_lines (workspace_id, product_id) where product_id is not null;

      create table buyer_order_totals (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        buyer_id uuid not null,
        currency char(3) not null,
        order_count integer not null,
        paid_year_minor bigint not null,
        paid_total_minor bigint not null,
        primary key (workspace_id, id),
        constraint buyer_order_totals_key unique (workspace_id, buyer_id, currency),
        constraint buyer_order_totals_buyer_fkey foreign key (workspace_id, buyer_id) references buyers (workspace_id, id)
      );

      create table exchange_rates (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        currency char(3) not null,
        base_currency char(3) not null,
        on_date date not null,
        rate numeric(20, 10) not null check (rate > 0),
        source text not null,
        created_by uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint exchange_rates_key unique (workspace_id, currency, base_currency, on_date),
        constraint exchange_rates_created_by_fkey foreign key (workspace_id, created_by) references members (workspace_id, id)
      );
      create index exchange_rates_created_by_idx on exchange_rates (workspace_id, created_by) where created_by is not null;

      create table sample_policies (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        version integer not null,
        policy jsonb not null,
        created_by uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint sample_policies_version_key unique (workspace_id, version),
        constraint sample_policies_created_by_fkey foreign key (workspace_id, created_by) references members (workspace_id, id)
      );
      create index sample_policies_created_by_idx on sample_policies (workspace_id, created_by) where created_by is not null;

      create table sample_requests (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        buyer_id uuid not null,
        conversation_id uuid,
        kind text not null default 'evaluation' check (kind in ('evaluation', 'growth')),
        items jsonb not null,
        purpose text not null check (length(btrim(purpose)) between 1 and 1000),
        success_test text not null check (length(btrim(success_test)) between 1 and 1000),
        result text,
        currency char(3) not null,
        goods_minor bigint not null check (goods_minor >= 0),
        courier_minor bigint not null check (courier_minor >= 0),
        cost_minor bigint not null check (cost_minor >= 0),
        base_currency char(3) not null,
        base_rate numeric(20, 10) not null check (base_rate > 0),
        base_cost_minor bigint not null check (base_cost_minor >= 0),
        grade_at_request char(1) check (grade_at_request in ('A', 'B', 'C')),
        grading_rules_version integer,
        policy_id uuid not null,
        buyer_share_percent integer not null check (buyer_share_percent between 0 and 100),
        buyer_pays_minor bigint not null,
        seller_pays_minor bigint not null,
        override_reason text,
        overridden_by uuid,
        overridden_at timestamptz,
        policy_share_percent integer not null check (policy_share_percent between 0 and 100),
        stage text not null check (stage in ('requested', 'approved', 'sent', 'arrived', 'feedback', 'converted', 'dropped')),
        stage_since timestamptz not null,
        requested_at timestamptz not null,
        approved_at timestamptz,
        sent_at timestamptz,
        arrived_at timestamptz,
        feedback_at timestamptz,
        converted_at timestamptz,
        dropped_at timestamptz,
        drop_reason text,
        order_id uuid,
        requested_by uuid,
        primary key (workspace_id, id),
        constraint sample_requests_cost_check check (buyer_pays_minor + seller_pays_minor = cost_minor),
        constraint sample_requests_buyer_fkey foreign key (workspace_id, buyer_id) references buyers (workspace_id, id),
        constraint sample_requests_conversation_fkey foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
        constraint sample_requests_policy_fkey foreign key (workspace_id, policy_id) references sample_policies (workspace_id, id),
        constraint sample_requests_order_fkey foreign key (workspace_id, order_id) references orders (workspace_id, id),
        constraint sample_requests_requested_by_fkey foreign key (workspace_id, requested_by) references members (workspace_id, id),
        constraint sample_requests_overridden_by_fkey foreign key (workspace_id, overridden_by) references members (workspace_id, id)
      );
      create index sample_requests_buyer_idx on sample_requests (workspace_id, buyer_id, requested_at desc, id);
      create index sample_requests_stage_idx on sample_requests (workspace_id, stage, requested_at desc, id);
      create index sample_requests_requested_idx on sample_requests (workspace_id, requested_at desc, id);
      create index sample_requests_conversation_idx on sample_requests (workspace_id, conversation_id) where conversation_id is not null;
      create index sample_requests_policy_idx on sample_requests (workspace_id, policy_id);
      create index sample_requests_order_idx on sample_requests (workspace_id, order_id) where order_id is not null;
      create index sample_requests_requested_by_idx on sample_requests (workspace_id, requested_by) where requested_by is not null;
      create index sample_requests_overridden_by_idx on sample_requests (workspace_id, overridden_by) where overridden_by is not null;

      create table stage_changes (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        buyer_id uuid not null,
        from_stage text,
        to_stage text not null,
        cause text not null check (cause in ('hand', 'undo', 'registered', 'sample_requested', 'quote_sent', 'orders', 'silence', 'merge')),
        changed_by uuid,
        changed_at timestamptz not null,
        seconds_in_from bigint check (seconds_in_from >= 0),
        primary key (workspace_id, id),
        constraint stage_changes_buyer_fkey foreign key (workspace_id, buyer_id) references buyers (workspace_id, id),
        constraint stage_changes_changed_by_fkey foreign key (workspace_id, changed_by) references members (workspace_id, id)
      );
      create index stage_changes_buyer_idx on stage_changes (workspace_id, buyer_id, changed_at, id);
      create index stage_changes_to_idx on stage_changes (workspace_id, to_stage, changed_at);
      create index stage_changes_changed_by_idx on stage_changes (workspace_id, changed_by) where changed_by is not null;
    `);
    await backfill(
      queryRunner,
      ['buyers'],
      `insert into stage_changes (workspace_id, id, buyer_id, from_stage, to_stage, cause, changed_at)
        select workspace_id, id, id, null, 'new', 'registered', created_at from buyers`,
    );
    await queryRunner.query(`

      create table assignment_rules (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        version integer not null,
        rules jsonb not null,
        created_by uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint assignment_rules_version_key unique (workspace_id, version),
        constraint assignment_rules_created_by_fkey foreign key (workspace_id, created_by) references members (workspace_id, id)
      );
      create index assignment_rules_created_by_idx on assignment_rules (workspace_id, created_by) where created_by is not null;
      alter table members add capacity integer constraint members_capacity_check check (capacity between 0 and 10000);

      create table support_entries (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        buyer_id uuid not null,
        kind text not null check (kind in ('guide', 'advice', 'gift', 'sample')),
        what text not null check (length(btrim(what)) between 1 and 1000),
        sample_id uuid,
        given_at timestamptz not null,
        given_by uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint support_entries_buyer_fkey foreign key (workspace_id, buyer_id) references buyers (workspace_id, id),
        constraint support_entries_sample_fkey foreign key (workspace_id, sample_id) references sample_requests (workspace_id, id),
        constraint support_entries_given_by_fkey foreign key (workspace_id, given_by) references members (workspace_id, id)
      );
      create index support_entries_buyer_idx on support_entries (workspace_id, buyer_id, given_at, id);
      create index support_entries_sample_idx on support_entries (workspace_id, sample_id) where sample_id is not null;
      create index support_entries_given_by_idx on support_entries (workspace_id, given_by) where given_by is not null;

      create table goals (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        name text not null check (length(btrim(name)) between 1 and 80),
        year integer not null check (year between 2000 and 2100),
        target_minor bigint not null check (target_minor > 0),
        currency char(3) not null,
        counted text not null check (counted in ('all', 'ordered', 'repeat', 'platform_level')),
        groups jsonb not null,
        owner_id uuid,
        due_on date not null,
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (workspace_id, id),
        constraint goals_owner_fkey foreign key (workspace_id, owner_id) references members (workspace_id, id),
        constraint goals_created_by_fkey foreign key (workspace_id, created_by) references members (workspace_id, id)
      );
      create index goals_year_idx on goals (workspace_id, year, id);
      create index goals_owner_idx on goals (workspace_id, owner_id) where owner_id is not null;
      create index goals_created_by_idx on goals (workspace_id, created_by) where created_by is not null;
    `);
    for (const table of TABLES) await secureTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table goals, support_entries, assignment_rules, stage_changes, sample_requests, sample_policies, exchange_rates,
        buyer_order_totals, order_lines;
      alter table members drop capacity;
      drop index orders_paid_idx;
      alter table orders drop is_sample, drop constraint orders_state_check;
      alter table orders add constraint orders_state_check check (state in ('COMPLETED', 'CANCELLED'));
    `);
  }
}
