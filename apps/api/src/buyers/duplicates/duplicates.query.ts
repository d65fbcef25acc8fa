import { companyDomain, duplicateReasons, type DuplicateReason } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { queryBuyerRows } from '../list/buyer-rows.query.ts';
import { DuplicateProposal } from './duplicate.model.ts';

/** What more buyers than this share says nothing about any two of them. */
const CROWD = 20;
/** Pairs looked at for one answer. */
const CANDIDATES = 2000;

interface Pair {
  firstId: string;
  secondId: string;
  email: boolean;
  phone: boolean;
  domains: string[];
  firstNames: string[];
  secondNames: string[];
}

/** Pairs of buyers that share an e-mail, a phone or a domain and that nobody found to differ; $2 null is all buyers. */
const PAIRS = `
with traits as materialized (
  select k.buyer_id, 'email' as kind, lower(k.email) as value from buyer_contacts k
    where k.workspace_id = $1 and k.email is not null and ($2::uuid[] is null or k.buyer_id = any ($2))
  union select k.buyer_id, 'phone', regexp_replace(k.phone, '\\D', '', 'g') from buyer_contacts k
    where k.workspace_id = $1 and length(regexp_replace(k.phone, '\\D', '', 'g')) >= 8 and ($2::uuid[] is null or k.buyer_id = any ($2))
  union select k.buyer_id, 'domain', split_part(lower(k.email), '@', 2) from buyer_contacts k
    where k.workspace_id = $1 and k.email like '%@%' and ($2::uuid[] is null or k.buyer_id = any ($2))
  union select b.id, 'domain', regexp_replace(lower(b.web_site), '^(https?://)?(www\\.)?([^/:?#]+).*$', '\\3') from buyers b
    where b.workspace_id = $1 and b.web_site is not null and ($2::uuid[] is null or b.id = any ($2))),
shared as (select kind, value from traits group by kind, value having count(*) between 2 and ${CROWD}),
pairs as (
  select a.buyer_id as one, z.buyer_id as other, bool_or(a.kind = 'email') as email, bool_or(a.kind = 'phone') as phone,
    coalesce(array_agg(distinct a.value) filter (where a.kind = 'domain'), '{}') as domains
  from shared s join traits a on a.kind = s.kind and a.value = s.value join traits z on z.kind = s.kind and z.value = s.value and z.buyer_id > a.buyer_id
  where $3::uuid is null or $3 in (a.buyer_id, z.buyer_id)
  group by 1, 2)
select f.id as "firstId", l.id as "secondId", p.email, p.phone, p.domains,
  array_remove(array[f.name, f.company], null) as "firstNames", array_remove(array[l.name, l.company], null) as "secondNames"
from pairs p
join buyers x on x.workspace_id = $1 and x.id = p.one join buyers y on y.workspace_id = $1 and y.id = p.other
join buyers f on f.workspace_id = $1 and f.id = case when (x.created_at, x.id) <= (y.created_at, y.id) then x.id else y.id end
join buyers l on l.workspace_id = $1 and l.id = case when (x.created_at, x.id) <= (y.created_at, y.id) then y.id else x.id end
where f.erased_at is null and l.erased_at is null and not exists (select from duplicate_dismissals d
  where d.workspace_id = $1 and d.buyer_id = least(p.one, p.other) and d.other_id = greatest(p.one, p.other))
order by p.email desc, p.phone desc, p.one, p.other limit ${CANDIDATES}`;

/** Buyers of the workspace that may be one, the surest first. */
export async function queryDuplicateProposals(
  database: TenantDatabase,
  ctx: TenantContext,
  first: number,
): Promise<DuplicateProposal[]> {
  return propose(database, ctx, await database.query<Pair>(ctx, PAIRS, [ctx.workspaceId, null, null]), first);
}

/** Buyers that may be the same as this one. */
export async function queryDuplicatesOf(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerId: string,
): Promise<DuplicateProposal[]> {
  const candidates = await queryCandidates(database, ctx, buyerId);
  if (candidates.length === 0) return [];
  const pairs = await database.query<Pair>(ctx, PAIRS, [ctx.workspaceId, [buyerId, ...candidates], buyerId]);
  return propose(database, ctx, pairs, CROWD);
}

/** Those whom the search finds by an e-mail address, phone or company's domain of this buyer. */
async function queryCandidates(database: TenantDatabase, ctx: TenantContext, buyerId: string): Promise<string[]> {
  const known = await database.query<{ email: string | null; phone: string | null; webSite: string | null }>(
    ctx,
    `select email, phone, null as "webSite" from buyer_contacts where workspace_id = $1 and buyer_id = $2
     union all select null, null, web_site from buyers where workspace_id = $1 and id = $2 and web_site is not null`,
    [ctx.workspaceId, buyerId],
  );
  const queries = known.flatMap(({ email, phone, webSite }) => [
    email,
    email && companyDomain(email),
    phone,
    webSite && companyDomain(webSite),
  ]);
  const asked = [...new Set(queries.filter((query) => query !== null && query !== ''))];
  if (asked.length === 0) return [];
  const found = await database.query<{ id: string }>(
    ctx,
    `select distinct id from unnest($1::text[]) asked, lateral unnest(coalesce(search_buyers(asked), '{}')) id where id <> $2`,
    [asked, buyerId],
  );
  return found.map(({ id }) => id);
}

async function propose(
  database: TenantDatabase,
  ctx: TenantContext,
  pairs: readonly Pair[],
  limit: number,
): Promise<DuplicateProposal[]> {
  const meant: { pair: Pair; reasons: DuplicateReason[] }[] = [];
  for (const pair of pairs) {
    const { email, phone, domains, firstNames, secondNames } = pair;
    const domain = domains.some((one) => companyDomain(one) !== null);
    const reasons = duplicateReasons({ email, phone, domain, names: [firstNames, secondNames] });
    if (reasons.length > 0) meant.push({ pair, reasons });
    if (meant.length === limit) break;
  }
  const rows = await queryBuyerRows(
    database,
    ctx,
    meant.flatMap(({ pair }) => [pair.firstId, pair.secondId]),
  );
  return meant.flatMap(({ pair, reasons }) => {
    const [one, other] = [rows.get(pair.firstId), rows.get(pair.secondId)];
    if (!one || !other) return []; // merged since the pairs were read
    return Object.assign(new DuplicateProposal(), { first: one, second: other, reasons });
  });
}
