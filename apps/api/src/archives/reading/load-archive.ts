import { sqlStateOf, type TenantContext, type TenantDatabase } from '@dangol/db';
import { pipeline } from 'node:stream/promises';
import { PERMISSIONS } from '../../platform/permissions/permissions.ts';
import { laterColumns, readCatalogue, type CatalogueTable, type RunStatement } from '../catalogue/read-catalogue.ts';
import type { ManifestTable } from '../manifest.ts';
import { ArchiveProblem } from './archive-problem.ts';
import { queryMappedIds } from './mapped-ids.ts';
import { ReplaceIds } from './replace-ids.ts';
import { insertStatement, laterStatement, type LoadParameters } from './table-rules.ts';
import { queryWorkspaceContents, REPLACED_SETTINGS } from './workspace-contents.query.ts';
import type { ZipArchive } from './zip-archive.ts';

/** Brings the tables of an archive into the workspace of the open unit, which makes it all or nothing. */
export class LoadArchive {
  /** Rows by table, as they come in. */
  readonly counts: Record<string, number> = {};

  constructor(
    private readonly database: TenantDatabase,
    private readonly ctx: TenantContext,
    private readonly archive: ZipArchive,
    private readonly given: Pick<LoadParameters, 'unknownSecret' | 'now'>,
  ) {}

  /** Throws ArchiveProblem. Answers the rows by table. */
  async run(): Promise<Record<string, number>> {
    const { workspaceId } = this.ctx;
    const tables = await readCatalogue(this.statement);
    this.checkTables(tables);
    const [locked] = await this.statement<{ position: string }>(
      `select last_event_position as position from workspaces where id = $1 for update`,
      [workspaceId],
    );
    const there = await queryWorkspaceContents(this.statement, tables, workspaceId);
    if (there.length > 0)
      throw new ArchiveProblem('WORKSPACE_NOT_EMPTY', there.map(({ table, rows }) => `${table} ${rows}`).join(', '));
    const params = { ...this.given, eventsBefore: locked!.position };
    const ids = await this.mapPeople(tables);
    await this.clearSettings(tables);
    for (const table of tables) await this.load(table, tables, ids, params);
    for (const table of tables) {
      const later = this.laterOf(table, tables);
      if (later.length > 0)
        await this.inTable(table.name, () => this.statement(laterStatement(table.name, later), [workspaceId]));
    }
    await this.settle(params);
    return this.counts;
  }

  private readonly statement: RunStatement = <Row>(sql: string, params: readonly unknown[] = []) =>
    this.database.query<Row>(this.ctx, sql, params);

  private checkTables(tables: readonly CatalogueTable[]): void {
    for (const { name, columns } of this.archive.manifest.tables) {
      const table = tables.find((one) => one.name === name);
      if (!table) throw new ArchiveProblem('FOREIGN_CONTENT', `there is no table ${name}`);
      const unknown = columns.find((column) => !table.columns.some((one) => one.name === column.name));
      if (unknown) throw new ArchiveProblem('FOREIGN_CONTENT', `the table ${name} has no column ${unknown.name}`);
    }
    for (const name of ['workspaces', 'roles', 'members'])
      if (!this.archived(name)) throw new ArchiveProblem('NOT_AN_ARCHIVE', `it has no table ${name}`);
  }

  private archived(table: string): ManifestTable | undefined {
    return this.archive.manifest.tables.find(({ name }) => name === table);
  }

  /** Roles and members are looked at first: who is here already keeps the id that they have here. */
  private async mapPeople(tables: readonly CatalogueTable[]): Promise<Map<string, string>> {
    const nobody = new Map<string, string>();
    const people = tables.filter(({ name }) => name === 'roles' || name === 'members');
    for (const table of people) await this.stage(table, nobody);
    const { id } = this.archive.manifest.workspace;
    const ids = await this.inTable('members', () => queryMappedIds(this.database, this.ctx, id));
    for (const { name } of people) await this.statement(`drop table "archived_${name}"`);
    return ids;
  }

  private async clearSettings(tables: readonly CatalogueTable[]): Promise<void> {
    const settings = tables.filter(({ name }) => REPLACED_SETTINGS.includes(name) && this.archived(name)?.rows);
    for (const { name } of settings.toReversed())
      await this.statement(`delete from "${name}" where workspace_id = $1`, [this.ctx.workspaceId]);
  }

  private async load(
    table: CatalogueTable,
    tables: readonly CatalogueTable[],
    ids: ReadonlyMap<string, string>,
    { eventsBefore, unknownSecret, now }: LoadParameters,
  ): Promise<void> {
    const { name } = table;
    const archived = this.archived(name);
    if (!archived) return;
    await this.inTable(name, async () => {
      await this.stage(table, ids);
      const [staged] = await this.statement<{ n: string }>(`select count(*) as n from "archived_${name}"`);
      if (Number(staged!.n) !== archived.rows)
        throw new ArchiveProblem('DAMAGED', `${name} has another number of rows`);
      const params = [this.ctx.workspaceId, eventsBefore, unknownSecret, now];
      if (name !== 'workspaces')
        await this.statement(insertStatement(name, this.columnsOf(table), this.laterOf(table, tables)), params);
      this.counts[name] = archived.rows;
      const needed = name === 'workspaces' || name === 'roles' || this.laterOf(table, tables).length > 0;
      if (!needed) await this.statement(`drop table "archived_${name}"`);
    });
  }

  /** The rows of the archive as texts, in a table that ends with the transaction. */
  private async stage(table: CatalogueTable, ids: ReadonlyMap<string, string>): Promise<void> {
    const { name } = table;
    const archived = this.archived(name)!;
    const columns = archived.columns.map((column) => `"${column.name}"`);
    await this.statement(
      `create temporary table "archived_${name}" (${columns.map((column) => `${column} text`).join(', ')}) on commit drop`,
    );
    const content = await this.archive.read(archived.file, archived);
    const replaced = new ReplaceIds(ids);
    const copied = this.database.copyIn(
      this.ctx,
      `copy "archived_${name}" (${columns.join(', ')}) from stdin (format csv, header match)`,
      replaced,
    );
    await Promise.all([pipeline(content, replaced), copied]);
  }

  private columnsOf(table: CatalogueTable) {
    const names = new Set(this.archived(table.name)?.columns.map(({ name }) => name));
    return table.columns.filter(({ name }) => names.has(name));
  }

  private laterOf(table: CatalogueTable, tables: readonly CatalogueTable[]) {
    const columns = this.columnsOf(table);
    return laterColumns(table, tables).filter((column) => columns.includes(column));
  }

  /** The workspace's own row, what roles may do, and where the log ends. */
  private async settle({ eventsBefore }: LoadParameters): Promise<void> {
    const { workspaceId } = this.ctx;
    const own = this.archived('workspaces')!.columns.map(({ name }) => name);
    const taken = 'name time_zone base_currency language undo_send_seconds auto_send_paused setup'
      .split(' ')
      .filter((name) => own.includes(name));
    const types: Record<string, string> = { undo_send_seconds: 'integer', auto_send_paused: 'boolean', setup: 'jsonb' };
    const sets = taken.map((name) => `"${name}" = a."${name}"::${types[name] ?? 'text'}`).join(', ');
    await this.inTable('workspaces', () =>
      this.statement(`update workspaces w set ${sets} from archived_workspaces a where w.id = $1`, [workspaceId]),
    );
    // An owner keeps every right, or nobody could give one back.
    await this.inTable('roles', () =>
      this.statement(
        `update roles r set own_records_only = a.own_records_only::boolean,
           permissions = array(select p from unnest(a.permissions::text[]) p where p = any ($2::text[]))
         from archived_roles a where r.workspace_id = $1 and r.id = a.id::uuid and r.key <> 'owner'`,
        [workspaceId, PERMISSIONS],
      ),
    );
    const [log] = await this.statement<{ whole: boolean; n: string }>(
      `select count(*) = coalesce(max(position) - $2::bigint, 0) as whole, count(*) as n
       from events where workspace_id = $1 and position > $2::bigint`,
      [workspaceId, eventsBefore],
    );
    if (!log!.whole) throw new ArchiveProblem('BROKEN', 'events: their positions have gaps');
    await this.statement(`update workspaces set last_event_position = $2::bigint + $3::bigint where id = $1`, [
      workspaceId,
      eventsBefore,
      log!.n,
    ]);
  }

  /** What the database refuses is the archive's fault, when it is about values: its words may quote them, so they stay here. */
  private async inTable<T>(table: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const state = sqlStateOf(error);
      if (state?.startsWith('22') || state?.startsWith('23'))
        throw new ArchiveProblem('BROKEN', `${table} (${state})`, { cause: error });
      throw error;
    }
  }
}
