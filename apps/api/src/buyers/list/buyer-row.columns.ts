/** Tag by rule (spec crm, Tags): the first paid order, then the second and later ones. */
export const TAGS_COLUMN = `case when b.order_count >= 2 then '{repeat}' when b.order_count = 1 then '{firstOrder}' else '{}' end::text[] as tags`;

/**
 * Columns of a `BuyerRow`, from `buyers b` joined by `BUYER_ROW_JOINS`: the same in every list that shows buyers. The
 * schema leaves the money out for those who may not see it.
 */
export const BUYER_ROW_COLUMNS = `b.id, b.name, b.company, b.country, b.grade, b.platform_level as "platformLevel", o.name as "ownerName",
  b.order_count as "orderCount", b.last_order_at as "lastOrderAt", b.last_contact_at as "lastContactAt", ${TAGS_COLUMN}, b.stage,
  jsonb_build_object('minor', b.paid_year_minor::text, 'currency', w.base_currency) as "paidLastYear",
  exists (select from grade_overrides g where g.workspace_id = b.workspace_id and g.buyer_id = b.id and g.ended_at is null) as overridden,
  coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by lower(t.name)) from buyer_tags bt
    join tags t on t.workspace_id = bt.workspace_id and t.id = bt.tag_id
    where bt.workspace_id = b.workspace_id and bt.buyer_id = b.id), '[]'::jsonb) as "freeTags",
  exists (select from conversations c where c.workspace_id = b.workspace_id and c.buyer_id = b.id and c.status = 'waiting') as waiting`;

/** Joins of `BUYER_ROW_COLUMNS`. */
export const BUYER_ROW_JOINS = `join workspaces w on w.id = b.workspace_id
  left join members o on o.workspace_id = b.workspace_id and o.id = b.owner_id`;
