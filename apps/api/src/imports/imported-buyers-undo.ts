import { Injectable } from '@nestjs/common';
import { TenantDatabase, type TenantContext } from '@dangol/db';
import { RecountOrdersUseCase, WaitingClocks } from '../buyers/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Dependent } from './import-applier.ts';
import { removeCreated, restoreChanges } from './imported-rows.ts';
import { restoreFollowing } from './restore-following.query.ts';
import { FOLLOWED, MADE, keepFollowing, queryTouchedBuyers } from './touched-buyers.query.ts';

/** A tag that somebody else has given to a buyer stays. */
const UNUSED = 'and not exists (select from buyer_tags b where b.workspace_id = $1 and b.tag_id = t.id)';

/** Rows that an import makes beside buyers, in tables that do not say which import made them, children first. */
const NOTED_TABLES = ['buyer_tags', 'buyer_notes', 'tags'] as const;

/** Takes back what any import did to buyers: those it made, what it added to others, and what followed from it. */
@Injectable()
export class ImportedBuyersUndo {
  constructor(
    private readonly database: TenantDatabase,
    private readonly recountOrders: RecountOrdersUseCase,
    private readonly clocks: WaitingClocks,
    private readonly clock: Clock,
  ) {}

  /** What came later to the buyers that the import made. */
  dependents(ctx: TenantContext, importId: string): Promise<Dependent[]> {
    return this.database.query<Dependent>(ctx, DEPENDENTS, [ctx.workspaceId, importId]);
  }

  /** Notes for the next buyers after `after` what they are counted and graded as, where that was not done; null at the end. */
  async prepare(ctx: TenantContext, importId: string, after: string | null, limit: number): Promise<string | null> {
    const ids = await queryTouchedBuyers(this.database, ctx, importId, after, limit);
    await keepFollowing(this.database, ctx, importId, ids);
    return ids.at(-1) ?? null;
  }

  /** Takes away up to `limit` rows; 0 when nothing is left. */
  async undo(ctx: TenantContext, importId: string, limit: number): Promise<number> {
    for (const table of NOTED_TABLES) {
      const gone = await this.removeNoted(ctx, importId, table, limit);
      if (gone > 0) return gone;
    }
    for (const table of ['buyer_contacts', 'buyer_identities', 'buyers']) {
      const gone = table === 'buyers' ? 0 : await removeCreated(this.database, ctx, importId, table, limit);
      const back = gone > 0 ? gone : await restoreChanges(this.database, ctx, importId, table, limit);
      if (back > 0) return back;
    }
    return this.removeBuyers(ctx, importId, limit);
  }

  /** Up to `limit` of the buyers that were there before are counted and graded as they were; 0 when nothing is left. */
  async follow(ctx: TenantContext, importId: string, limit: number): Promise<number> {
    const restored = await restoreFollowing(this.database, ctx, importId, limit);
    if (restored.length === 0) {
      await this.database.query(
        ctx,
        `delete from import_changes where workspace_id = $1 and import_id = $2 and table_name in ('${FOLLOWED}', 'stage_changes${MADE}')`,
        [ctx.workspaceId, importId],
      );
      return 0;
    }
    const now = this.clock.now();
    await this.recountOrders.executeForMany(
      ctx,
      restored.map(({ id }) => id),
      now,
    );
    await this.clocks.refresh(
      ctx,
      restored.flatMap(({ id, moved }) => (moved ? [id] : [])),
      now,
    );
    return restored.length;
  }

  private async removeNoted(ctx: TenantContext, importId: string, table: string, limit: number): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      ctx,
      `with noted as materialized (
         select id, row_id from import_changes
         where workspace_id = $1 and import_id = $2 and table_name = '${table}${MADE}' order by row_id limit $3),
       gone as (delete from ${table} t using noted n where t.workspace_id = $1 and t.id = n.row_id ${table === 'tags' ? UNUSED : ''}),
       told as (delete from import_changes c using noted n where c.workspace_id = $1 and c.id = n.id)
       select count(*)::int as n from noted`,
      [ctx.workspaceId, importId, limit],
    );
    return row?.n ?? 0;
  }

  /** A buyer that the import made, with what every buyer has from the beginning. */
  private async removeBuyers(ctx: TenantContext, importId: string, limit: number): Promise<number> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `select id from buyers where workspace_id = $1 and import_id = $2 order by id limit $3 for update`,
      [ctx.workspaceId, importId, limit],
    );
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return 0;
    for (const table of ['stage_changes', 'buyer_order_totals', 'duplicate_dismissals'])
      await this.database.query(ctx, `delete from ${table} where workspace_id = $1 and buyer_id = any ($2::uuid[])`, [
        ctx.workspaceId,
        ids,
      ]);
    await this.database.query(
      ctx,
      `delete from duplicate_dismissals where workspace_id = $1 and other_id = any ($2::uuid[])`,
      [ctx.workspaceId, ids],
    );
    await this.database.query(ctx, `delete from buyers where workspace_id = $1 and id = any ($2::uuid[])`, [
      ctx.workspaceId,
      ids,
    ]);
    return ids.length;
  }
}

/** Tables in which a later row depends on a buyer, and whether the row says which import made it. */
const LATER: readonly { table: string; column?: string; imported?: true; noted?: true }[] = [
  { table: 'conversations', imported: true },
  { table: 'orders', imported: true },
  { table: 'order_adjustments', imported: true },
  { table: 'buyer_contacts', imported: true },
  { table: 'buyer_identities', imported: true },
  { table: 'buyer_tags', noted: true },
  { table: 'buyer_notes', noted: true },
  { table: 'sample_requests' },
  { table: 'attachments' },
  { table: 'buyer_consents' },
  { table: 'grade_overrides' },
  { table: 'support_entries' },
  { table: 'announcement_recipients' },
  { table: 'buyer_merges', column: 'kept_id' },
];

const EDITS = ['buyer.changed', 'buyer.owner_changed', 'buyer.custom_value_set'];

const DEPENDENTS = `
  with made as materialized (select id, name from buyers where workspace_id = $1 and import_id = $2)
  select what, count(*)::int as count, min(example) as example from (
    ${LATER.map(
      ({ table, column = 'buyer_id', imported, noted }) => `
    select '${table}' as what, m.name as example from made m join ${table} t on t.workspace_id = $1 and t.${column} = m.id
    where true ${imported ? 'and t.import_id is distinct from $2' : ''} ${
      noted
        ? `and not exists (select from import_changes c where c.workspace_id = $1 and c.import_id = $2
      and c.table_name = '${table}${MADE}' and c.row_id = t.id)`
        : ''
    }`,
    ).join(' union all ')}
    union all
    select 'messages', m.name from made m join conversations o on o.workspace_id = $1 and o.buyer_id = m.id
      join messages t on t.workspace_id = $1 and t.conversation_id = o.id where o.import_id = $2 and t.import_id is distinct from $2
    union all
    select 'stage_changes', m.name from made m join stage_changes t on t.workspace_id = $1 and t.buyer_id = m.id where t.cause = 'hand'
    union all
    select 'edits', m.name from made m join events e on e.workspace_id = $1 and e.buyer_id = m.id
    where e.verb in (${EDITS.map((verb) => `'${verb}'`).join(', ')}) and e.data ->> 'importId' is distinct from $2::text
      and e.data ->> 'cause' is distinct from 'rules' -- an owner whom the rules named, nobody's edit
    union all
    select 'imports', m.name from made m join import_changes c on c.workspace_id = $1 and c.table_name = 'buyers' and c.row_id = m.id
    where c.import_id <> $2
    union all
    select 'buyer_merges', null from buyer_merges g join imports i on i.workspace_id = $1 and i.id = $2
    where g.workspace_id = $1 and g.undone_at is null and g.merged_at >= i.run_at and g.snapshot::text like '%' || $2::text || '%') d
  group by what order by what`;
