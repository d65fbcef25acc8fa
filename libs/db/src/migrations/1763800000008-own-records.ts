import type { MigrationInterface, QueryRunner } from 'typeorm';
import { backfill } from './backfill.ts';

const ROLE = 'dangol_own_records';
const OWN_BUYER = ownOf('buyers', 'buyer_id');
const OWN_CONVERSATION = ownOf('conversations', 'conversation_id');
const OWN_ORDER = ownOf('orders', 'order_id');

/**
 * Which rows the role sees of each table. The subqueries stand under the policies of their own tables, so that owning is
 * said once, at buyers. As `exists`, because the planner then chooses by the number of rows: a look-up by key for each, or all
 * of them once, hashed.
 */
const OWN: Record<string, string> = {
  buyers: `owner_id = (select nullif(current_setting('app.own_member', true), '')::uuid)`,
  buyer_identities: OWN_BUYER,
  buyer_contacts: OWN_BUYER,
  buyer_tags: OWN_BUYER,
  buyer_notes: OWN_BUYER,
  buyer_files: OWN_BUYER,
  buyer_consents: OWN_BUYER,
  buyer_merges: ownOf('buyers', 'kept_id'),
  buyer_order_totals: OWN_BUYER,
  duplicate_dismissals: `${OWN_BUYER} and ${ownOf('buyers', 'other_id')}`,
  grade_overrides: OWN_BUYER,
  stage_changes: OWN_BUYER,
  orders: OWN_BUYER,
  order_lines: OWN_ORDER,
  sample_requests: OWN_BUYER,
  support_entries: OWN_BUYER,
  conversations: OWN_BUYER,
  inquiries: OWN_BUYER,
  messages: OWN_CONVERSATION,
  drafts: OWN_CONVERSATION,
  reply_drafts: OWN_CONVERSATION,
  // What came in and is not yet understood has no buyer, so it is nobody's own.
  inbound_messages: 'false',
  events: `buyer_id is null or ${OWN_BUYER}`,
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
        .map(
          ([table, own]) =>
            `create policy own_records on ${table} as restrictive to ${ROLE} using (${own.replaceAll('OUTER', table)})`,
        )
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

/** The row that a column refers to is one of those that the role sees. In a policy, a bare column is the table's own. */
function ownOf(table: string, column: string): string {
  return `exists (select from ${table} mine where mine.workspace_id = OUTER.workspace_id and mine.id = OUTER.${column})`;
}
