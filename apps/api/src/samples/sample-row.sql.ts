import { BUYER_ROW_COLUMNS, BUYER_ROW_JOINS } from '../buyers/index.ts';

const money = (column: string): string => `jsonb_build_object('minor', s.${column}::text, 'currency', s.currency)`;

const member = (id: string): string => `(
    select jsonb_build_object('id', m.id, 'name', m.name, 'email', m.email, 'role', r.key, 'status', m.status, 'createdAt', m.created_at)
    from members m join roles r on r.workspace_id = $1 and r.id = m.role_id where m.workspace_id = $1 and m.id = ${id})`;

/** Columns of a sample as it is shown, with all that stands beside it, from `sample_requests s` and `sample_policies p`; the workspace is $1. */
export const SAMPLE_COLUMNS = `
  s.id, s.conversation_id as "conversationId", s.kind, s.items, s.purpose, s.success_test as "successTest", s.result, s.currency,
  ${money('goods_minor')} as goods, ${money('courier_minor')} as courier, ${money('cost_minor')} as cost,
  ${money('buyer_pays_minor')} as "buyerPays", ${money('seller_pays_minor')} as "sellerPays",
  s.grade_at_request as "gradeAtRequest", s.grading_rules_version as "gradingRulesVersion", p.version as "policyVersion",
  s.policy_share_percent as "policySharePercent", s.buyer_share_percent as "buyerSharePercent", s.override_reason as "overrideReason",
  ${member('s.overridden_by')} as "overriddenBy", s.overridden_at as "overriddenAt", s.stage, s.stage_since as "stageSince",
  s.drop_reason as "dropReason", ${member('s.requested_by')} as "requestedBy", s.requested_at as "requestedAt",
  s.approved_at as "approvedAt", s.sent_at as "sentAt", s.arrived_at as "arrivedAt", s.feedback_at as "feedbackAt",
  s.converted_at as "convertedAt", s.dropped_at as "droppedAt",
  (select to_jsonb(buyer_row) from (select ${BUYER_ROW_COLUMNS} from buyers b ${BUYER_ROW_JOINS}
    where b.workspace_id = $1 and b.id = s.buyer_id) buyer_row) as buyer,
  (select jsonb_build_object('id', n.id, 'externalId', n.external_id, 'state', n.state, 'placedAt', n.placed_at,
      'total', jsonb_build_object('minor', n.total_minor::text, 'currency', n.currency))
    from orders n where n.workspace_id = $1 and n.id = s.order_id) as "order"`;

/** Join that goes with the columns. */
export const SAMPLE_JOINS = `join sample_policies p on p.workspace_id = $1 and p.id = s.policy_id`;

/** Our part of a sample in the base currency (`sellerPaysInBase` of libs/crm): the converted cost, by what it is of the cost. */
export const SELLER_BASE = `coalesce(round(s.base_cost_minor::numeric * s.seller_pays_minor / nullif(s.cost_minor, 0)), 0)`;

/** A sample that is paid for, or will be: not dropped before anybody approved it. */
export const IS_PAID_FOR = `(s.stage <> 'dropped' or s.approved_at is not null)`;
