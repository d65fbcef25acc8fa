/** The reference: every value that the recomputation reads, once, in one statement; nothing calculated, compared or written. */
export const PLAIN_PASS = `
select count(*) as inquiries, count(i.turn) as turns, count(i.status) as states, count(i.channel_id) as channels, count(i.sla_policy_id) as policies,
  sum(extract(epoch from i.opened_at)) as opened, sum(extract(epoch from i.ended_at)) as ended, sum(i.target_minutes) as targets,
  sum(extract(epoch from i.due_at)) as due, sum(i.response_business_seconds) as seconds, count(i.met) as decided,
  count(b.grade) as grades, count(b.platform_level) as levels
from inquiries i join buyers b on b.workspace_id = i.workspace_id and b.id = i.buyer_id
where i.workspace_id = $1 and i.status <> 'open' and i.ended_at is not null and i.opened_at >= $2::date and i.opened_at < $3::date + 1`;
