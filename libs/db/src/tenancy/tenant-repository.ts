import {
  type EntityManager,
  type EntityTarget,
  type FindOptionsWhere,
  In,
  IsNull,
  type ObjectLiteral,
  type QueryDeepPartialEntity,
} from 'typeorm';
import { bulkInsert, sameProperties } from './bulk-insert.ts';
import type { NewRow, RowPatch, TenantRow } from './new-row.ts';
import { RowNotFound, WorkspaceMismatch } from './tenancy-errors.ts';
import type { TenantContext } from './tenant-context.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** From here on rows are inserted as one JSON parameter. */
const BULK_FROM = 20;

/** How to find rows. */
export interface FindOptions<Entity> {
  orderBy?: { [Key in keyof Entity & string]?: 'asc' | 'desc' };
  limit?: number;
  /** Locks the rows until the end of the unit (others may still refer to them); only inside a unit. */
  lock?: boolean;
}

/**
 * Rows of one workspace table. There is no `save`: it matches by what it is given and could move another workspace's row.
 * Writes need an open unit of work; reads outside one run in their own.
 */
export abstract class TenantRepository<
  Entity extends TenantRow & ObjectLiteral,
  Defaulted extends keyof Entity = never,
> {
  private readonly table: string;

  constructor(
    protected readonly unitOfWork: UnitOfWork,
    private readonly entity: EntityTarget<Entity>,
  ) {
    this.table = unitOfWork.dataSource.getMetadata(entity).tableName;
  }

  /** Inserts a row or rows and stamps the workspace. Throws NoUnitOfWork outside a unit. */
  async insert(
    ctx: TenantContext,
    rows: NewRow<Entity, Defaulted> | readonly NewRow<Entity, Defaulted>[],
  ): Promise<void> {
    const stamped = (Array.isArray(rows) ? rows : [rows]).map((row) => this.stamp(ctx, row));
    if (stamped.length === 0) return;
    await this.write(ctx, async (manager) => {
      if (stamped.length >= BULK_FROM && sameProperties(stamped)) {
        const metadata = this.unitOfWork.dataSource.getMetadata(this.entity);
        if (manager.queryRunner) await bulkInsert(manager.queryRunner, metadata, stamped);
        return;
      }
      await manager.createQueryBuilder().insert().into(this.entity).values(stamped).updateEntity(false).execute();
    });
  }

  /**
   * Inserts a row unless one with the same values in `conflictColumns` (of a unique constraint, workspace included by
   * itself) exists. True when it was inserted.
   */
  async insertIfNew(
    ctx: TenantContext,
    row: NewRow<Entity, Defaulted>,
    conflictColumns: readonly (keyof Entity & string)[],
  ): Promise<boolean> {
    const metadata = this.unitOfWork.dataSource.getMetadata(this.entity);
    const target = new Set(['workspaceId', ...conflictColumns]);
    const columns = metadata.columns.filter((column) => target.has(column.propertyName)).map((c) => c.databaseName);
    const inserted = await this.write(ctx, (manager) =>
      manager
        .createQueryBuilder()
        .insert()
        .into(this.entity)
        .values(this.stamp(ctx, row))
        .orUpdate([], columns) // nothing to overwrite: "on conflict (columns) do nothing"; any other conflict still throws
        .returning(['id']) // what came back, not what TypeORM believes: it names ignored rows too
        .updateEntity(false)
        .execute(),
    );
    return Array.isArray(inserted.raw) && inserted.raw.length === 1;
  }

  /** Changes columns of one row. Throws RowNotFound unless exactly one row of this workspace has the id. */
  async update(ctx: TenantContext, id: string, patch: RowPatch<Entity>): Promise<void> {
    if ('workspaceId' in patch || 'id' in patch) throw new TypeError(`The key of a row of ${this.table} never changes`);
    const result = await this.write(ctx, (manager) =>
      manager
        .createQueryBuilder()
        .update(this.entity)
        .set(patch as QueryDeepPartialEntity<Entity>)
        .where(this.keyOf(ctx, id))
        .updateEntity(false)
        .execute(),
    );
    if (result.affected !== 1) throw new RowNotFound(this.table, id);
  }

  /** Deletes one row. Throws RowNotFound unless exactly one row of this workspace has the id. */
  async delete(ctx: TenantContext, id: string): Promise<void> {
    const result = await this.write(ctx, (manager) =>
      manager.createQueryBuilder().delete().from(this.entity).where(this.keyOf(ctx, id)).execute(),
    );
    if (result.affected !== 1) throw new RowNotFound(this.table, id);
  }

  /** The row with the id, or null. */
  async findById(ctx: TenantContext, id: string, options: { lock?: boolean } = {}): Promise<Entity | null> {
    const [row] = await this.find(ctx, { id } as Partial<Entity>, { ...options, limit: 1 });
    return row ?? null;
  }

  /** The row with the id. Throws RowNotFound. */
  async getById(ctx: TenantContext, id: string, options: { lock?: boolean } = {}): Promise<Entity> {
    const row = await this.findById(ctx, id, options);
    if (!row) throw new RowNotFound(this.table, id);
    return row;
  }

  /** The rows with the ids, in no particular order; unknown ids are left out. */
  async findByIds(ctx: TenantContext, ids: readonly string[]): Promise<Entity[]> {
    if (ids.length === 0) return [];
    return this.select(ctx, { workspaceId: ctx.workspaceId, id: In([...ids]) } as FindOptionsWhere<Entity>, {});
  }

  /** The rows whose columns equal `where` (null: is null), by id unless ordered otherwise. */
  async find(ctx: TenantContext, where: Partial<Entity>, options: FindOptions<Entity> = {}): Promise<Entity[]> {
    if (where.workspaceId !== undefined && where.workspaceId !== ctx.workspaceId) throw new WorkspaceMismatch();
    const conditions: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(where)) {
      if (value === undefined)
        throw new TypeError(`${this.table}.${key} is undefined in a condition; leave it out or use null`);
      conditions[key] = value === null ? IsNull() : value;
    }
    return this.select(ctx, { ...conditions, workspaceId: ctx.workspaceId } as FindOptionsWhere<Entity>, options);
  }

  private async select(
    ctx: TenantContext,
    where: FindOptionsWhere<Entity>,
    options: FindOptions<Entity>,
  ): Promise<Entity[]> {
    const read = (manager: EntityManager) => {
      const query = manager.createQueryBuilder(this.entity, 'row').where(where);
      // Ordered even when nobody asked: rows that are locked in one order everywhere cannot deadlock.
      for (const [key, direction] of Object.entries(options.orderBy ?? { id: 'asc' }))
        query.addOrderBy(`row.${key}`, direction === 'desc' ? 'DESC' : 'ASC');
      if (options.limit !== undefined) query.limit(options.limit);
      if (options.lock) query.setLock('for_no_key_update');
      return query.getMany();
    };
    if (this.unitOfWork.current() || options.lock) return this.write(ctx, read);
    return this.unitOfWork.run(ctx, () => this.write(ctx, read));
  }

  private write<T>(ctx: TenantContext, execute: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.unitOfWork.require(ctx).statement((_client, queryRunner) => execute(queryRunner.manager));
  }

  private stamp(ctx: TenantContext, row: object): QueryDeepPartialEntity<Entity> {
    return { ...row, workspaceId: ctx.workspaceId } as unknown as QueryDeepPartialEntity<Entity>;
  }

  private keyOf(ctx: TenantContext, id: string): ObjectLiteral {
    return { workspaceId: ctx.workspaceId, id };
  }
}
