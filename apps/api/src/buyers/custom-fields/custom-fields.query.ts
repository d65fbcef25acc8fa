import type { TenantContext, TenantDatabase } from '@dangol/db';
import { CustomField, CustomValue } from './custom-field.model.ts';

const PLAIN = `f.id, f.name, f.kind, f.choices, f.position, f.archived_at is not null as archived`;
const USED_BY = `(select count(*)::int from buyers b where b.workspace_id = f.workspace_id and jsonb_exists(b.custom, f.id::text)) as "usedBy"`;

/** The custom fields, live ones first, in their order; `archived` adds those no longer shown. */
export async function queryCustomFields(
  database: TenantDatabase,
  ctx: TenantContext,
  archived: boolean,
): Promise<CustomField[]> {
  const rows = await database.query<CustomField>(
    ctx,
    `select ${PLAIN}, ${USED_BY} from custom_fields f where f.workspace_id = $1 and ($2 or f.archived_at is null)
     order by f.archived_at is not null, f.position, f.id`,
    [ctx.workspaceId, archived],
  );
  return rows.map((row) => Object.assign(new CustomField(), row));
}

/** One custom field, or null. */
export async function queryCustomField(
  database: TenantDatabase,
  ctx: TenantContext,
  id: string,
): Promise<CustomField | null> {
  const [row] = await database.query<CustomField>(
    ctx,
    `select ${PLAIN}, ${USED_BY} from custom_fields f where f.workspace_id = $1 and f.id = $2`,
    [ctx.workspaceId, id],
  );
  return row ? Object.assign(new CustomField(), row) : null;
}

/** Every live field with the value among `custom` (by field id), or null. */
export async function queryCustomValues(
  database: TenantDatabase,
  ctx: TenantContext,
  custom: Readonly<Record<string, string>>,
): Promise<CustomValue[]> {
  const fields = await database.query<CustomField>(
    ctx,
    `select ${PLAIN} from custom_fields f where f.workspace_id = $1 and f.archived_at is null order by f.position, f.id`,
    [ctx.workspaceId],
    { name: 'live-custom-fields' },
  );
  return fields.map((row) =>
    Object.assign(new CustomValue(), { field: Object.assign(new CustomField(), row), value: custom[row.id] ?? null }),
  );
}

/** How many buyers have each value of a field. */
export async function queryValuesInUse(
  database: TenantDatabase,
  ctx: TenantContext,
  fieldId: string,
): Promise<Map<string, number>> {
  const rows = await database.query<{ value: string; n: number }>(
    ctx,
    `select custom ->> $2::text as value, count(*)::int as n from buyers where workspace_id = $1 and jsonb_exists(custom, $2) group by 1`,
    [ctx.workspaceId, fieldId],
  );
  return new Map(rows.map(({ value, n }) => [value, n]));
}
