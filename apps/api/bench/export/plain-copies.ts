/** What a list has, as plain columns: the same ones, joined in the same way, in the same order, written as they are stored. */
export const PLAIN_COPIES = {
  buyers: `
    select b.name, b.company, b.country, b.language, b.time_zone, b.grade, b.computed_grade, b.score, b.platform_level, b.stage, b.stage_since, o.name,
      b.order_count >= 1,
      (select string_agg(t.name, ', ' order by lower(t.name)) from buyer_tags bt
        join tags t on t.workspace_id = b.workspace_id and t.id = bt.tag_id where bt.workspace_id = b.workspace_id and bt.buyer_id = b.id),
      exists (select from conversations c where c.workspace_id = b.workspace_id and c.buyer_id = b.id and c.status = 'waiting'),
      b.order_count, b.paid_year_minor, b.paid_total_minor, b.first_order_at, b.last_order_at, b.usual_gap_days, b.last_contact_at, b.company_type,
      b.employees, b.annual_purchase_minor, b.web_site, b.address,
      (select string_agg(k.email, ', ' order by k.created_at, k.id) from buyer_contacts k where k.workspace_id = b.workspace_id and k.buyer_id = b.id and k.email is not null),
      (select string_agg(k.phone, ', ' order by k.created_at, k.id) from buyer_contacts k where k.workspace_id = b.workspace_id and k.buyer_id = b.id and k.phone is not null),
      b.created_at, b.id
    from buyers b left join members o on o.workspace_id = b.workspace_id and o.id = b.owner_id
    order by b.grade_rank, b.level_rank, b.id`,
  orders: `
    select r.external_id, r.kind, r.order_number, b.name, b.company, coalesce(r.country, b.country), ch.name, r.state, r.is_sample, r.at, r.paid_at,
      r.cancelled_at, r.currency, r.total_minor, r.base_total_minor, b.id
    from (
      select o.workspace_id, o.id, 'order' as kind, o.buyer_id, o.external_id, o.state, o.placed_at as at, o.paid_at, o.cancelled_at, o.currency, o.total_minor,
        o.base_total_minor, o.is_sample, o.country, o.channel_id, o.external_id as order_number
      from orders o
      union all
      select a.workspace_id, a.id, a.kind, a.buyer_id, a.external_id, null, a.at, null, null, a.currency, a.amount_minor, null, null, null, null, null
      from order_adjustments a) r
    join buyers b on b.workspace_id = r.workspace_id and b.id = r.buyer_id
    left join channels ch on ch.workspace_id = r.workspace_id and ch.id = r.channel_id
    order by r.at desc, r.id desc`,
} as const;

/** A list that is measured. */
export type MeasuredList = keyof typeof PLAIN_COPIES;
