import type { Client } from 'pg';
import { fillInbox, type BenchAccount } from '../inbox/fill-inbox.ts';

/** One in ten has a Korean name, one in fifty an accent in the company. */
const NAMES = `
  update buyers b set name = case when n % 10 = 0
      then (array['김', '이', '박', '최', '정'])[1 + n / 10 % 5] || (array['수', '민', '지', '서', '하'])[1 + n / 50 % 5] || (array['진', '연', '호', '윤', '아'])[1 + n / 250 % 5]
      else name end,
    company = case when n % 50 = 1 then 'Café ' || n else company end
  from (select workspace_id, id, row_number() over (order by id) as n from buyers) p
  where p.workspace_id = b.workspace_id and p.id = b.id`;

const CONTACTS = `
  insert into buyer_contacts (workspace_id, id, buyer_id, email, phone, created_at)
  select workspace_id, gen_random_uuid(), id, 'buyer' || n || '@shop' || n || '.example', '+8210' || lpad(n::text, 8, '0'), created_at
  from (select b.*, row_number() over (order by id) as n from buyers b) p`;

const COUNTS = `
  select (select count(*) from buyers)::int as buyers, (select count(*) from buyers where search_text like '%shop%.example%')::int as found`;

/** Fills an empty, migrated database as its superuser: one workspace with `buyers` buyers, each with a contact. */
export async function fillBuyers(client: Client, buyers: number, account: BenchAccount, now: Date): Promise<void> {
  const conversations = Math.max(500, Math.ceil(buyers / 10 / 500) * 500);
  await fillInbox(client, { workspaces: 1, conversations, messages: conversations * 5, buyers }, account, now);
  // Without triggers first, then the search's own once for each buyer: this is what an import of as many would do.
  await client.query('set session_replication_role = replica');
  await client.query(NAMES);
  await client.query(CONTACTS);
  await client.query('reset session_replication_role');
  const { rows: indexes } = await client.query<{ definition: string }>(
    `select indexdef as definition from pg_indexes where schemaname = 'search' and indexname = 'buyers_search_idx'`,
  );
  await client.query('drop index search.buyers_search_idx'); // built at the end, once, it costs a tenth
  await client.query('update buyers set name = name');
  for (const { definition } of indexes) await client.query(definition);
  await client.query('vacuum full buyers'); // the updates left every row three times
  await client.query('vacuum analyze');
  await client.query('checkpoint');
  const { rows } = await client.query<{ buyers: number; found: number }>(COUNTS);
  if (rows[0]?.buyers !== buyers || rows[0].found !== buyers)
    throw new Error(`the bench data is incomplete: ${JSON.stringify(rows[0])}`);
}
