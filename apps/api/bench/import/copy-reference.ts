import { DEFAULT_GRADING_RULES } from '@dangol/crm';
import { createDataSource, TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { join } from 'node:path';
import pg from 'pg';
import { regradeBuyers } from '../../src/buyers/grading/regraded-buyers.query.ts';
import { recountOrders } from '../../src/buyers/orders/recount-orders.query.ts';
import { followOrders } from '../../src/pipeline/follow-orders.query.ts';

/** What the import inserted, table by table; columns that only what follows sets are left to it. */
const TABLES: Readonly<Record<string, string>> = {
  buyers: 'workspace_id, id, name, company, country, stage, stage_since, created_at, updated_at',
  buyer_identities:
    'workspace_id, id, buyer_id, channel_id, external_id, display_name, platform_level, seen_at, created_at',
  stage_changes: 'workspace_id, id, buyer_id, to_stage, cause, changed_at',
  orders:
    'workspace_id, id, buyer_id, channel_id, external_id, state, placed_at, paid_at, cancelled_at, currency, total_minor, base_currency, base_total_minor, is_sample, country, created_at',
};

/** The checks that the import makes of every row, said in SQL over what was copied. */
const CHECKS = [
  `select count(*) from (select external_id from orders where workspace_id = $1 group by external_id having count(*) > 1) d`,
  `select count(*) from (select external_id from buyer_identities where workspace_id = $1 group by external_id having count(*) > 1) d`,
  `select count(*) from orders where workspace_id = $1 and (total_minor < 0 or currency !~ '^[A-Z]{3}$' or placed_at > now() or country !~ '^[A-Z]{2}$')`,
  `select count(*) from orders o where workspace_id = $1 and not exists (select from buyers b where b.workspace_id = $1 and b.id = o.buyer_id)`,
];

/** Writes what the import made into files that the server can read. */
export async function exportRows(client: pg.Client, folder: string): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES)) {
    const made = table === 'stage_changes' ? `where cause = 'registered'` : '';
    const stage = columns.replace(' stage,', ` 'new' as stage,`).replace('stage_since', 'created_at as stage_since');
    await client.query(
      `copy (select ${stage} from ${table} ${made} order by id) to '${join(folder, `${table}.copy`)}'`,
    );
  }
}

/** COPY, the checks, and what follows at the buyers, in one transaction each; answers milliseconds. */
export async function copyReference(url: string, folder: string, workspaceId: string, now: Date): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  const dataSource = await createDataSource({ url, role: 'dangol_app', poolSize: 2 }).initialize();
  try {
    const started = performance.now();
    await client.query('begin');
    for (const [table, columns] of Object.entries(TABLES))
      await client.query(`copy ${table} (${columns}) from '${join(folder, `${table}.copy`)}'`);
    for (const check of CHECKS) await client.query(check, [workspaceId]);
    await client.query('commit');
    await follow(new UnitOfWork(dataSource), workspaceId, now);
    return performance.now() - started;
  } finally {
    await dataSource.destroy();
    await client.end();
  }
}

/** The statements of the import's own end, over all buyers at once. */
async function follow(unitOfWork: UnitOfWork, workspaceId: string, now: Date): Promise<void> {
  const database = new TenantDatabase(unitOfWork);
  const ctx: TenantContext = { workspaceId, actor: { kind: 'system', id: null } };
  await unitOfWork.run(ctx, async () => {
    await database.query(ctx, `select set_config('enable_nestloop', 'off', true)`);
    const moved = await recountOrders(database, ctx, 'all', now);
    await followOrders(
      database,
      ctx,
      moved.map(({ id }) => id),
      now,
    );
    await regradeBuyers(database, ctx, DEFAULT_GRADING_RULES, now, 'all');
  });
}
