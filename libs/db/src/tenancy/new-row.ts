/** What every row of a workspace table has. */
export interface TenantRow {
  workspaceId: string;
  id: string;
}

type NullableKeys<Entity> = { [Key in keyof Entity]-?: null extends Entity[Key] ? Key : never }[keyof Entity];

/** A row to insert: nullable columns and those with a default (`Defaulted`) may be left out; the workspace is stamped. */
export type NewRow<Entity extends TenantRow, Defaulted extends keyof Entity = never> = Omit<
  Entity,
  'workspaceId' | NullableKeys<Entity> | Defaulted
> &
  Partial<Pick<Entity, NullableKeys<Entity> | Defaulted>> & { workspaceId?: never };

/** Columns to change; the key of a row never changes. */
export type RowPatch<Entity extends TenantRow> = Partial<Omit<Entity, 'workspaceId' | 'id'>> & {
  workspaceId?: never;
  id?: never;
};
