import type { Client } from 'pg';

const ORDERS = `
  insert into orders (workspace_id, id, buyer_id, external_id, state, placed_at, paid_at, currency, total_minor, base_currency, base_total_minor, created_at, is_sample)
  select b.workspace_id, gen_random_uuid(), b.id, 'SO-' || lpad(b.n::text, 9, '0'), 'COMPLETED', now() - b.n * interval '1 minute',
    now() - b.n * interval '1 minute' + interval '1 hour', (array['USD', 'EUR', 'KRW'])[1 + b.n % 3], 100 + b.n * 37 % 900000, 'USD', 100 + b.n * 37 % 900000, now(), false
  from (select workspace_id, id, row_number() over (order by id) as n from buyers) b`;

/** One order for each buyer of the database. */
export async function fillOrders(client: Client): Promise<void> {
  await client.query('set session_replication_role = replica');
  await client.query(ORDERS);
  await client.query('reset session_replication_role');
  await client.query('vacuum analyze orders');
}
