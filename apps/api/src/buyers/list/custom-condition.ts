import type { TenantContext, TenantDatabase } from '@dangol/db';
import { customValue, type CustomKind } from '@dangol/crm';
import { CustomOperator, type CustomFilter } from './buyer-filter.input.ts';

/** SQL on `buyers b`; `?1`, `?2`, ... stand for the values. */
export interface CustomCondition {
  readonly sql: string;
  readonly values: unknown[];
}

const NOBODY: CustomCondition = { sql: 'false', values: [] };

/** What compares as more or less than something. */
const ORDERED: Partial<Record<CustomKind, string>> = { number: 'numeric', date: 'date' };

/** The condition of a filter on a custom field. One that the field cannot answer, such as AT_LEAST on a text, finds nobody. */
export async function customCondition(
  database: TenantDatabase,
  ctx: TenantContext,
  { fieldId, operator, value }: CustomFilter,
): Promise<CustomCondition> {
  if (operator === CustomOperator.IS_SET) return { sql: 'jsonb_exists(b.custom, ?1)', values: [fieldId] };
  if (operator === CustomOperator.IS_EMPTY) return { sql: 'not jsonb_exists(b.custom, ?1)', values: [fieldId] };
  const [field] = await database.query<{ kind: CustomKind }>(
    ctx,
    `select kind from custom_fields where workspace_id = $1 and id = $2 and archived_at is null`,
    [ctx.workspaceId, fieldId],
  );
  if (!field || !value) return NOBODY;
  if (operator === CustomOperator.CONTAINS)
    return field.kind === 'text' || field.kind === 'choice'
      ? {
          sql: `fold_text(b.custom ->> ?1::text) like '%' || regexp_replace(fold_text(?2), '([\\\\%_])', '\\\\\\1', 'g') || '%'`,
          values: [fieldId, value],
        }
      : NOBODY;
  const entered = customValue(field.kind, [value], value); // a choice that was taken away can still be looked for
  if ('problem' in entered) return NOBODY;
  if (operator === CustomOperator.EQUALS)
    return { sql: 'b.custom ->> ?1::text = ?2', values: [fieldId, entered.value] };
  const type = ORDERED[field.kind];
  if (!type) return NOBODY;
  const sign = operator === CustomOperator.AT_LEAST ? '>=' : '<=';
  return { sql: `(b.custom ->> ?1::text)::${type} ${sign} ?2::${type}`, values: [fieldId, entered.value] };
}
