/*
 * Parameters of every report statement: $1 workspace, $2 first and $3 last day (YYYY-MM-DD) of the workspace's zone, $4 now.
 * The statements group first and look a buyer up afterwards instead of joining what they grouped: such joins are planned by
 * estimates, and where statistics are young the database then compares everything with everything.
 */

/** `w`: one row with the period as instants [since, until), and the zone. */
export const PERIOD = `
  w as materialized (
    select time_zone, $2::date::timestamp at time zone time_zone as since, ($3::date + 1)::timestamp at time zone time_zone as until
    from workspaces where id = $1)`;

/** Orders that count until an instant, a parameter: paid, no sample, not cancelled. `o` is the table. */
export const countsUntil = (now: `$${number}`): string =>
  `o.workspace_id = $1 and o.paid_at <= ${now}::timestamptz and o.cancelled_at is null and not o.is_sample`;

/** Orders that count until now. */
export const COUNTS = countsUntil('$4');

/** Time of payment inside the period. */
export const IN_PERIOD = `paid_at >= (select since from w) and paid_at < (select until from w)`;

/** `paid`: every order that counts, and whether it is the buyer's first; of two paid at one instant the smaller comes first. */
export const PAID = `
  paid as (
    select o.buyer_id, o.paid_at, o.base_total_minor as minor,
      row_number() over (partition by o.buyer_id order by o.paid_at, o.base_total_minor) = 1 as is_first
    from orders o where ${COUNTS})`;
