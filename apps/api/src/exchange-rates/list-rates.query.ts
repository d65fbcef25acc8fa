import type { TenantContext, TenantDatabase } from '@dangol/db';
import { queryMembers } from '../workspaces/index.ts';
import { ExchangeRate } from './exchange-rate.model.ts';

const SHOWN = 1_000;

/** Rates newest day first, or the one with `id`. */
export async function queryExchangeRates(
  database: TenantDatabase,
  ctx: TenantContext,
  id: string | null = null,
): Promise<ExchangeRate[]> {
  const rows = await database.query<Omit<ExchangeRate, 'createdBy'> & { createdById: string | null }>(
    ctx,
    `select id, currency, base_currency as "baseCurrency", trim_scale(rate)::text as rate, to_char(on_date, 'YYYY-MM-DD') as "onDate",
       source, created_by as "createdById", created_at as "createdAt"
     from exchange_rates where workspace_id = $1 and ($2::uuid is null or id = $2)
     order by on_date desc, currency, base_currency limit ${SHOWN}`,
    [ctx.workspaceId, id],
  );
  const people = await queryMembers(database, ctx);
  return rows.map(({ createdById, ...row }) => {
    const createdBy = people.find((member) => member.id === createdById) ?? null;
    return Object.assign(new ExchangeRate(), row, { createdBy }); // a union knows its member by the class
  });
}
