/**
 * `missingParts` of libs/crm over a row of `products p` as of `w.today`, as text[]; a list can neither be filtered nor paged by
 * what only TypeScript knows. A test holds the two equal.
 */
export const MISSING_PARTS = `(
  select array_remove(array[
    case when not exists (select from product_prices t where t.workspace_id = $1 and t.product_id = p.id
      and (t.valid_until is null or t.valid_until >= w.today)) then 'price' end,
    case when case when made.variants = 0 then p.moq is null else made.without_moq end then 'moq' end,
    case when case when made.variants = 0 then p.lead_time_days is null else made.without_lead_time end then 'lead_time' end,
    case when made.variants = 0 then 'options' end,
    case when not exists (select from jsonb_array_elements(p.certificates) c
      where coalesce((c ->> 'validUntil')::date >= w.today, true)) then 'certificates' end], null)
  from (select count(*) as variants, bool_or(coalesce(v.moq, p.moq) is null) as without_moq,
      bool_or(coalesce(v.lead_time_days, p.lead_time_days) is null) as without_lead_time
    from product_variants v where v.workspace_id = $1 and v.product_id = p.id and v.status = 'active') made)`;
