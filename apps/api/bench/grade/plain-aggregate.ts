/**
 * The reference: one plain aggregate over the rows that grading reads, grouped by buyer and counted up, so that nothing of it
 * can be left out. No points, no digest, no comparison, nothing written. `$1` workspace, `$2` as of.
 */
export const PLAIN_AGGREGATE = `
select count(*) as buyers, count(b.employees) + count(b.annual_purchase_minor) + count(b.company_type) + count(b.web_site) as facts,
  sum(o.orders) as orders, max(o.paid_at) as paid_at, sum(o.total) as total, sum(o.year) as year, sum(o.expired) as expired,
  max(q.read_at) as read_at, count(*) filter (where q.target) as targets, count(*) filter (where q.deadline) as deadlines,
  count(*) filter (where q.artwork) + count(*) filter (where q.certificate) + count(*) filter (where q.option) + count(*) filter (where q.packaging) as details,
  sum(q.spam) as spam, max(s.approved_at) as approved_at, min(r.replied_at) as replied_at, count(*) filter (where r.answered) as answered,
  max(l.l1) as l1, max(l.l2) as l2, max(l.l3) as l3, max(l.l4) as l4
from buyers b
left join (
  select buyer_id, count(*) filter (where paid_at <= $2::timestamptz and cancelled_at is null and not is_sample) as orders,
    max(paid_at) filter (where paid_at <= $2::timestamptz and cancelled_at is null and not is_sample) as paid_at,
    sum(base_total_minor) filter (where paid_at <= $2::timestamptz and cancelled_at is null and not is_sample) as total,
    sum(base_total_minor) filter (where paid_at <= $2::timestamptz and cancelled_at is null and not is_sample and paid_at > $2::timestamptz - interval '12 months') as year,
    count(*) filter (where state = 'EXPIRED') as expired
  from orders where workspace_id = $1 group by buyer_id) o on o.buyer_id = b.id
left join (
  select buyer_id, max(signals ->> 'readAt') as read_at, bool_or(signals @> '{"targetPrice": true}') as target, bool_or(signals @> '{"deadline": true}') as deadline,
    bool_or(signals -> 'details' ? 'artwork') as artwork, bool_or(signals -> 'details' ? 'certificate') as certificate,
    bool_or(signals -> 'details' ? 'option') as option, bool_or(signals -> 'details' ? 'packaging') as packaging, count(*) filter (where status = 'spam') as spam
  from inquiries where workspace_id = $1 group by buyer_id) q on q.buyer_id = b.id
left join (
  select buyer_id, max(approved_at) as approved_at from sample_requests where workspace_id = $1 and approved_at is not null group by buyer_id) s on s.buyer_id = b.id
left join (
  select c.buyer_id, min(a.accepted_at) as replied_at, bool_or(exists (select from messages n where n.workspace_id = $1 and n.conversation_id = a.conversation_id
    and n.direction = 'inbound' and n.sent_at > a.accepted_at and n.sent_at <= a.accepted_at + interval '48 hours')) as answered
  from conversations c join messages a on a.workspace_id = c.workspace_id and a.conversation_id = c.id
  where c.workspace_id = $1 and a.direction = 'outbound' and a.accepted_at is not null group by c.buyer_id) r on r.buyer_id = b.id
left join (
  select buyer_id, max(seen_at) filter (where platform_level = 'L1') as l1, max(seen_at) filter (where platform_level = 'L2') as l2,
    max(seen_at) filter (where platform_level = 'L3') as l3, max(seen_at) filter (where platform_level = 'L4') as l4
  from buyer_identities where workspace_id = $1 and platform_level is not null group by buyer_id) l on l.buyer_id = b.id
where b.workspace_id = $1`;
