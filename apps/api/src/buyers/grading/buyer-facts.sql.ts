/** Which buyers' facts are read: every buyer of the workspace, or those of `$3`. */
export type FactsScope = 'all' | 'given';

/**
 * The facts that grades rest on, one row per buyer, for one buyer as for a hundred thousand. `$1` workspace, `$2` as of,
 * `$3` ids when `given`. Instants come as milliseconds. A paid order is one that was paid, is no sample and was not cancelled
 * (spec crm, Tags); an unpaid one expired. A sample counts as taken from its approval, or its arrival when it was dropped.
 * `facts_key` is a digest of everything that the explanation shows: the same key under the same rules is the same grade.
 */
export function buyerFactsSql(scope: FactsScope): string {
  const of = (column: string): string => (scope === 'given' ? `and ${column} = any ($3::uuid[])` : '');
  return `
select f.*, hash_record_extended(row(f.paid_orders, f.paid_year, f.average_order, f.orders_at, f.employees, f.annual_purchase,
  f.company_type, f.web_site, f.company_at, f.signals_at, f.target_price, f.deadline, f.details, f.sample, f.sample_at, f.replies,
  f.replies_at, f.l1_at, f.l2_at, f.l3_at, f.l4_at, f.unpaid_orders, f.spam_reports, f.override_grade), 0) as facts_key
from (
  select b.id, b.computed_grade as previous_grade, b.grade as effective_grade, b.grade_rank, b.level_rank, b.score as previous_score,
    b.graded_facts, b.grading_rules_version, v.grade as override_grade,
    coalesce(o.paid_orders, 0) as paid_orders, coalesce(o.paid_year, 0)::bigint as paid_year,
    (o.paid_total / nullif(o.paid_orders, 0))::bigint as average_order, ${millis('o.paid_at')} as orders_at,
    b.employees, b.annual_purchase_minor as annual_purchase, b.company_type, case when b.web_site is not null then true end as web_site,
    case when num_nonnulls(b.employees, b.annual_purchase_minor, b.company_type, b.web_site) > 0 then ${millis('b.updated_at')} end as company_at,
    ${millis('q.signals_at::timestamptz')} as signals_at, q.target_price, q.deadline,
    array_remove(array[case when q.artwork then 'artwork' end, case when q.certificate then 'certificate' end,
      case when q.option then 'option' end, case when q.packaging then 'packaging' end], null) as details,
    case when s.approved_at is not null then true end as sample, ${millis('s.approved_at')} as sample_at,
    case when r.answered then true when r.replied_at <= $2::timestamptz - interval '48 hours' then false end as replies,
    ${millis('r.replied_at')} as replies_at,
    ${[1, 2, 3, 4].map((n) => `${millis(`l.l${n}`)} as l${n}_at`).join(', ')},
    coalesce(o.unpaid_orders, 0) as unpaid_orders, coalesce(q.spam_reports, 0) as spam_reports
  from buyers b
  left join grade_overrides v on v.workspace_id = b.workspace_id and v.buyer_id = b.id and v.ended_at is null
  left join (
    select buyer_id, count(*) filter (where paid)::int as paid_orders, max(paid_at) filter (where paid) as paid_at,
      sum(base_total_minor) filter (where paid) as paid_total,
      sum(base_total_minor) filter (where paid and paid_at > $2::timestamptz - interval '12 months') as paid_year,
      count(*) filter (where state = 'EXPIRED' and not is_sample)::int as unpaid_orders
    from (select *, paid_at <= $2::timestamptz and cancelled_at is null and not is_sample as paid from orders
      where workspace_id = $1 ${of('buyer_id')}) p group by buyer_id) o on o.buyer_id = b.id
  left join (
    select buyer_id, max(signals ->> 'readAt') as signals_at, bool_or(signals @> '{"targetPrice": true}') as target_price,
      bool_or(signals @> '{"deadline": true}') as deadline, bool_or(signals -> 'details' ? 'artwork') as artwork,
      bool_or(signals -> 'details' ? 'certificate') as certificate, bool_or(signals -> 'details' ? 'option') as option,
      bool_or(signals -> 'details' ? 'packaging') as packaging, count(*) filter (where status = 'spam')::int as spam_reports
    from inquiries where workspace_id = $1 ${of('buyer_id')} group by buyer_id) q on q.buyer_id = b.id
  left join (
    select buyer_id, max(approved_at) as approved_at from sample_requests
    where workspace_id = $1 and approved_at is not null and (stage <> 'dropped' or arrived_at is not null) ${of('buyer_id')}
    group by buyer_id) s on s.buyer_id = b.id
  left join (
    select c.buyer_id, min(a.accepted_at) as replied_at,
      bool_or(exists (select from messages n where n.workspace_id = $1 and n.conversation_id = a.conversation_id
        and n.direction = 'inbound' and n.sent_at > a.accepted_at and n.sent_at <= a.accepted_at + interval '48 hours')) as answered
    from conversations c join messages a on a.workspace_id = c.workspace_id and a.conversation_id = c.id
    where c.workspace_id = $1 ${of('c.buyer_id')} and a.direction = 'outbound' and a.accepted_at is not null
    group by c.buyer_id) r on r.buyer_id = b.id
  left join (
    select buyer_id, ${[1, 2, 3, 4].map((n) => `max(seen_at) filter (where platform_level = 'L${n}') as l${n}`).join(', ')}
    from buyer_identities where workspace_id = $1 and platform_level is not null ${of('buyer_id')}
    group by buyer_id) l on l.buyer_id = b.id
  where b.workspace_id = $1 ${of('b.id')}) f`;
}

/** An instant as whole milliseconds since 1970, the way JavaScript counts it. */
function millis(instant: string): string {
  return `floor(extract(epoch from ${instant}) * 1000)::float8`;
}
