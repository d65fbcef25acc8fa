import type { Client } from 'pg';
import { fillInbox, type BenchAccount } from '../inbox/fill-inbox.ts';

/** One in five is in no stage but New; most who ordered are Repeat. Every number comes from the buyer's place alone. */
const STAGES = `
  update buyers b set stage = case when b.order_count >= 2 then case when n % 11 = 0 then 'dormant' else 'repeat' end
      when b.order_count = 1 then 'first_order' else (array['new', 'new', 'qualified', 'sampling', 'quoted'])[1 + n % 5] end,
    stage_since = b.created_at + (n % 300) * interval '1 day', paid_year_minor = n % 9000 * 100, computed_grade = b.grade,
    owner_id = case when n % 4 > 0 then (select m.id from members m where m.workspace_id = b.workspace_id order by m.id offset n % 5 limit 1) end
  from (select workspace_id, id, row_number() over (order by id) as n from buyers) p
  where p.workspace_id = b.workspace_id and p.id = b.id`;

const TOTALS = `
  insert into buyer_order_totals (workspace_id, id, buyer_id, currency, order_count, paid_year_minor, paid_total_minor)
  select b.workspace_id, gen_random_uuid(), b.id, currency, b.order_count, 1000 + b.order_count * 777, 5000 + b.order_count * 999
  from buyers b, lateral (
    select currency from unnest(array['USD', 'KRW', 'EUR']) with ordinality c (currency, place)
    where place = 1 or (place = 2 and b.order_count % 3 = 0) or (place = 3 and b.order_count % 5 = 0)) c
  where b.order_count > 0`;

const RATES = `
  insert into exchange_rates (workspace_id, id, currency, base_currency, on_date, rate, source, created_at)
  select w.id, gen_random_uuid(), currency, 'USD', day, rate, 'entered', w.created_at
  from workspaces w, (values ('KRW', 0.00069), ('EUR', 1.16)) r (currency, rate), generate_series('2025-01-01'::date, '2025-12-01', '1 month') day`;

const POLICY = `
  insert into sample_policies (workspace_id, id, version, policy, created_at)
  select id, gen_random_uuid(), 1, '{}', created_at from workspaces`;

/** One in eight has an open sample. */
const SAMPLES = `
  insert into sample_requests (workspace_id, id, buyer_id, items, purpose, success_test, currency, goods_minor, courier_minor, cost_minor,
    base_currency, base_rate, base_cost_minor, policy_id, buyer_share_percent, buyer_pays_minor, seller_pays_minor, policy_share_percent,
    stage, stage_since, requested_at)
  select b.workspace_id, gen_random_uuid(), b.id, '[]', 'x', 'x', 'USD', 100, 100, 200, 'USD', 1, 200, p.id, 50, 100, 100, 50, 'sent', b.created_at, b.created_at
  from buyers b join sample_policies p on p.workspace_id = b.workspace_id where hashtext(b.id::text) % 8 = 0`;

const COUNTS = `select count(*)::int as cards, count(distinct stage)::int as stages from buyers`;

/** Fills an empty, migrated database as its superuser: one workspace with `cards` buyers, a conversation each on average. */
export async function fillBoard(client: Client, cards: number, account: BenchAccount, now: Date): Promise<void> {
  const scale = { workspaces: 1, conversations: cards, messages: cards * 5, buyers: cards };
  await fillInbox(client, scale, account, now);
  for (const statement of [STAGES, TOTALS, RATES, POLICY, SAMPLES]) await client.query(statement);
  await client.query('vacuum full buyers'); // the update above left every row twice
  await client.query('vacuum analyze');
  await client.query('checkpoint');
  const { rows } = await client.query<{ cards: number; stages: number }>(COUNTS);
  if (rows[0]?.cards !== cards || rows[0].stages !== 7)
    throw new Error(`the bench data is incomplete: ${JSON.stringify(rows[0])}`);
}
