import { gradeRank, levelRank } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { COUNT_LIMIT } from './inbox-counts.query.ts';
import { InboxView, type InboxFacet, type InboxFacets, type InboxFilter } from './inbox.model.ts';
import { STATUSES, assigneeOf, given } from './list-inbox.query.ts';

/** Conversations that are looked at: the newest of a list. More than a thousand of a value count as a thousand anyway. */
const LOOKED_AT = 20_000;

/** A filter narrows every facet but its own, so that its other values stay to choose. */
const FACETS_SQL = `
with list as (
  select c.language, c.topic, b.country,
    ($8::text[] is null or c.language = any ($8)) as speaks, ($9::text[] is null or c.topic = any ($9)) as asks,
    ($10::text[] is null or b.country = any ($10)) as lives
  from (
    select buyer_id, language, topic from conversations
    where workspace_id = $1 and ($2::text[] is null or status = any ($2))
      and ($3::uuid is null or assignee_id = $3) and ($4::uuid[] is null or channel_id = any ($4))
      and ($5::int[] is null or grade_rank = any ($5)) and ($6::int[] is null or level_rank = any ($6))
      and ($11::boolean is null or coalesce(snoozed_until > $7::timestamptz, false) = $11)
    order by last_message_at desc limit ${LOOKED_AT}) c
  join buyers b on b.workspace_id = $1 and b.id = c.buyer_id)
select kind, value, least(count(*), ${COUNT_LIMIT})::int as count from (
  select 'country' as kind, country as value from list where speaks and asks
  union all select 'language', language from list where asks and lives
  union all select 'topic', topic from list where speaks and lives) v
where value is not null group by kind, value order by count(*) desc, value`;

/** By which values a list can be narrowed, and how many of its conversations have them. `memberId` is the viewer, for MINE. */
export async function queryInboxFacets(
  database: TenantDatabase,
  ctx: TenantContext,
  filter: InboxFilter,
  memberId: string | null,
  now: Date,
): Promise<InboxFacets> {
  const rows = await database.query<InboxFacet & { kind: 'country' | 'language' | 'topic' }>(
    ctx,
    FACETS_SQL,
    [
      ctx.workspaceId,
      STATUSES[filter.view] ?? null,
      assigneeOf(filter, memberId),
      given(filter.channelId),
      given(filter.grade)?.map(gradeRank) ?? null,
      given(filter.platformLevel)?.map(levelRank) ?? null,
      now,
      given(filter.language),
      given(filter.topic),
      given(filter.country),
      SNOOZED[filter.view] ?? null,
    ],
    { name: 'inbox-facets' },
  );
  const of = (kind: string): InboxFacet[] =>
    rows.flatMap((row) => (row.kind === kind ? [{ value: row.value, count: row.count }] : []));
  return { countries: of('country'), languages: of('language'), topics: of('topic') };
}

/** Whether the rows of a list are snoozed; both where it is not said. */
const SNOOZED: Partial<Record<InboxView, boolean>> = {
  [InboxView.WAITING]: false,
  [InboxView.MINE]: false,
  [InboxView.SNOOZED]: true,
};
