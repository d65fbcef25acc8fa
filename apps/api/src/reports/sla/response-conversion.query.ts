import { RESPONSE_BANDS, responseBand } from '@dangol/crm';
import type { Snapshot } from '@dangol/db';
import { countsUntil } from '../paid-orders.sql.ts';
import { samplesSql } from './response-samples.sql.ts';
import type { SampleScope } from './sample-scope.ts';
import { ReportMeasure } from './sla-report.input.ts';
import type { ResponseBand } from './sla-report.model.ts';

/** Longest response that the bands tell apart, minutes. */
const LATER_THAN_ALL = 1_441;

/**
 * Buyers whose first inquiry lies in the period, by how fast it was answered, and who of them ordered afterwards. Always of
 * first inquiries and elapsed time, whatever the measure and the clock of the report: it is the buyer's patience that counts.
 */
export async function queryConversionByBand(snapshot: Snapshot, scope: SampleScope): Promise<ResponseBand[]> {
  const { from, where, inside, params } = samplesSql({ ...scope, measure: ReportMeasure.RESPONSE });
  const rows = await snapshot.query<{ minutes: number | null; buyers: number; ordered: number }>(
    `with asked as (
       select s.buyer_id, s.opened_at, case when s.status = 'answered' then least(ceil(s.wall_ms / 60000), ${LATER_THAN_ALL})::int end as minutes
       from ${from} where ${where} and ${inside} and s.status in ('answered', 'open')
         and not exists (select from inquiries e where e.workspace_id = $1 and e.buyer_id = s.buyer_id and e.status <> 'spam'
           and (e.opened_at, e.id) < (s.opened_at, s.id)))
     select minutes, count(*)::int as buyers, (count(*) filter (where exists (
       select from orders o where ${countsUntil('$2')} and o.buyer_id = a.buyer_id and o.paid_at >= a.opened_at)))::int as ordered
     from asked a group by minutes`,
    params,
  );
  return RESPONSE_BANDS.map((band) => {
    const inBand = rows.filter(({ minutes }) => responseBand(minutes === null ? null : minutes * 60_000) === band);
    const buyers = inBand.reduce((sum, row) => sum + row.buyers, 0);
    const ordered = inBand.reduce((sum, row) => sum + row.ordered, 0);
    return { band, buyers, ordered, share: buyers > 0 ? ordered / buyers : null };
  });
}
