import type { MigrationInterface, QueryRunner } from 'typeorm';
import { backfill } from './backfill.ts';

const ROLE = 'dangol_own_records';
const OWN_BUYERS = 'select b.id from buyers b';

/**
 * Which rows the role sees of each table. The subqueries stand under the policies of their own tables, so that owning is
 * said once, at buyers. A member's buyers are few and have an index: a statement reads them once. Conversations and orders
 * are looked up by key for the rows at hand, or, where the planner expects many, hashed once too.
 */
const OWN: Record<string, string> = {
  buyers: `owner_id = (select nullif(current_setting('app.own_member', true), '')::uuid)`,
  buyer_identities: `buyer_id in (${OWN_BUYERS})`,
  buyer_contacts: `buyer_id in (${OWN_BUYERS})`,
  buyer_tags: `buyer_id in (${OWN_BUYERS})`,
  buyer_notes: `buyer_id in (${OWN_BUYERS})`,
  buyer_files: `buyer_id in (${OWN_BUYERS})`,
  buyer_consents: `buyer_id in (${OWN_BUYERS})`,
  buyer_merges: `kept_id in (${OWN_BUYERS})`,
  buyer_order_totals: `buyer_id in (${OWN_BUYERS})`,
  duplicate_dismissals: `buyer_id in (${OWN_BUYERS}) and other_id in (${OWN_BUYERS})`,
  grade_overrides: `buyer_id in (${OWN_BUYERS})`,
  stage_changes: `buyer_id in (${OWN_BUYERS})`,
  orders: `buyer_id in (${OWN_BUYERS})`,
  order_lines: ownOf('order_lines', 'orders', 'order_id'),
  sample_requests: `buyer_id in (${OWN_BUYERS})`,
  support_entries: `buyer_id in (${OWN_BUYERS})`,
  conversations: `buyer_id in (${OWN_BUYERS})`,
  inquiries: `buyer_id in (${OWN_BUYERS})`,
  messages: ownOf('messages', 'conversations', 'conversation_id'),
  drafts: ownOf('drafts', 'conversations', 'conversation_id'),
  reply_drafts: ownOf('reply_drafts', 'conversations', 'conversation_id'),
  // What came in and is not yet understood has no buyer, so it is nobody's own.
  inbound_messages: 'false',
  events: `buyer_id is null or buyer_id in (${OWN_BUYERS})`,
};

const SALES =
  'contact:read money:read buyer:merge buyer:grade sample:read sample:request sample:advance pipeline:move report:read';
const MANAGING = 'buyer:privacy grading:manage sample:approve policy:manage goal:manage note:read-private audit:read';
/** What the roles of a new workspace have from now on, for those of the workspaces there are. */
const NEW_PERMISSIONS: Record<string, string> = {
  owner: `${SALES} ${MANAGING} role:manage`,
  manager: `${SALES} ${MANAGING}`,
  senior_rep: SALES,
  rep: SALES,
  ops: 'contact:read sample:read sample:advance report:read',
  finance: 'contact:read money:read sample:read report:read',
  viewer: 'sample:read report:read',
};

/** A database role that sees the records of one member's buyers only, and the permissions that came with buyers in full. */
export class OwnRecords1763800000008 implements MigrationInterface {
  name = 'OwnRecords1763800000008';

  async up(queryRunner: QueryRunner): Promise<void> {
    await makeRole(queryRunner);
    await queryRunner.query(
      Object.entries(OWN)
        .map(([table, own]) => `create policy own_records on ${table} as restrictive to ${ROLE} using (${own})`)
        .join(';\n'),
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
    await queryRunner.query(
      Object.keys(OWN)
        .map((table) => `drop policy own_records on ${table}`)
        .join(';\n'),
    ); // the role stays, as those of the first migration do
  }
}

/** As in the first migration: the role belongs to the server, and another database may be making it at this moment. */
async function makeRole(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    do $$ begin
      create role ${ROLE} nologin nobypassrls;
    exception when duplicate_object or unique_violation then null;
    end $$;
    do $$ begin
      if not pg_has_role('${ROLE}', 'dangol_app', 'member') then
        grant dangol_app to ${ROLE};
      end if;
    exception when unique_violation then null;
    end $$;
    do $$ begin
      if not (select rolsuper from pg_roles where rolname = current_user) then
        grant ${ROLE} to current_user;
      end if;
    end $$;
  `);
}

function eachRole(statement: (key: string, list: string) => string): string {
  return Object.entries(NEW_PERMISSIONS)
    .map(([key, names]) => statement(key, `'{${names.split(' ').join()}}'::text[]`))
    .join(';\n');
}

/** The row of another table that a row refers to is one of those that the role sees. */
function ownOf(table: string, other: string, column: string): string {
  return `exists (select from ${other} o where o.workspace_id = ${table}.workspace_id and o.id = ${table}.${column})`;
}
