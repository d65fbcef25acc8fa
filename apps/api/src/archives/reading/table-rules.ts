import type { CatalogueColumn } from '../catalogue/read-catalogue.ts';

/** What the values of some columns become in the workspace that they come into; `$1` is that workspace. */
export interface LoadParameters {
  /** Position of the last event that the workspace had before. */
  readonly eventsBefore: string;
  /** A secret that nobody knows, sealed. */
  readonly unknownSecret: Buffer;
  readonly now: Date;
}

const A_HASH_OF_NOTHING = `sha256(gen_random_uuid()::text::bytea)`;

/** Expressions in place of the archived value, by table and column; `a` is the archived row. */
const IN_PLACE_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // A sign-in belongs to the installation: who is not a member here already comes as somebody who has left.
  members: { account_id: 'gen_random_uuid()', status: `'removed'` },
  invitations: {
    token_hash: A_HASH_OF_NOTHING,
    revoked_at: 'coalesce(a.revoked_at::timestamptz, case when a.accepted_at is null then $4::timestamptz end)',
  },
  api_keys: { token_hash: A_HASH_OF_NOTHING, revoked_at: 'coalesce(a.revoked_at::timestamptz, $4::timestamptz)' },
  channels: { signing_secret: '$3::bytea', status: `'paused'` },
  // The address of a link belongs to the installation that made it.
  upload_links: { token_hash: A_HASH_OF_NOTHING, revoked_at: 'coalesce(a.revoked_at::timestamptz, $4::timestamptz)' },
  events: { position: 'a.position::bigint + $2::bigint' },
  // The job of one that ran stayed behind; what it brought in is here and can be undone.
  imports: {
    status: `case when a.status in ('done', 'failed', 'cancelled', 'undone') then a.status else 'cancelled' end`,
  },
};

/** Rows that are here already under the same id are left as they are. */
const MERGED = new Set(['roles', 'members']);

/** The statement that makes the rows of a table from its staged ones; `later` are the columns that wait for another table. */
export function insertStatement(
  table: string,
  columns: readonly CatalogueColumn[],
  later: readonly CatalogueColumn[],
): string {
  const special = IN_PLACE_OF[table] ?? {};
  const plain = columns.filter((column) => column.name !== 'workspace_id' && !later.includes(column));
  const values = new Map<string, string>([['workspace_id', '$1::uuid']]);
  for (const { name, type } of plain) values.set(name, `a."${name}"::${type}`);
  for (const [name, sql] of Object.entries(special)) values.set(name, sql);
  const names = [...values.keys()].map((name) => `"${name}"`).join(', ');
  const where = MERGED.has(table)
    ? `where not exists (select from "${table}" t where t.workspace_id = $1 and t.id = a.id::uuid)`
    : '';
  // Every parameter is named, so that each statement may be given all of them.
  return `with given as (select $1::uuid, $2::bigint, $3::bytea, $4::timestamptz)
    insert into "${table}" (${names}) select ${[...values.values()].join(', ')} from "archived_${table}" a ${where}`;
}

/** The statement that fills columns which pointed into a table that came later. */
export function laterStatement(table: string, later: readonly CatalogueColumn[]): string {
  const sets = later.map(({ name, type }) => `"${name}" = a."${name}"::${type}`).join(', ');
  const known = later.map(({ name }) => `a."${name}" is not null`).join(' or ');
  return `update "${table}" t set ${sets} from "archived_${table}" a where t.workspace_id = $1 and t.id = a.id::uuid and (${known})`;
}
