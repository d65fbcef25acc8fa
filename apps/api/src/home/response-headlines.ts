import type { TenantContext, TenantDatabase } from '@dangol/db';
import { collectResponses, readScope, ReportClock, ReportMeasure } from '../reports/index.ts';
import type { ResponseHeadline } from './home.model.ts';

/** Days of the marketplaces' mean (spec sla). */
const DAYS = 30;

/**
 * The platform score of every channel that was written to in the last 30 days, the nearest to or furthest over its target first.
 * Counted by the report itself: a PLATFORM report of the last 30 days says the same of each channel.
 */
export function queryHeadlines(database: TenantDatabase, ctx: TenantContext, now: Date): Promise<ResponseHeadline[]> {
  return database.snapshot(ctx, async (snapshot) => {
    const channels = await snapshot.query<{ id: string; name: string; target: number; from: string; to: string }>(
      `select ch.id, ch.name, ch.mean_target_minutes as target, to_char(today - ${DAYS - 1}, 'YYYY-MM-DD') as from, to_char(today, 'YYYY-MM-DD') as to
       from channels ch join workspaces w on w.id = $1
       cross join lateral (select ($2::timestamptz at time zone w.time_zone)::date as today) t
       where ch.workspace_id = $1 order by ch.name`,
      [ctx.workspaceId, now],
    );
    const [first] = channels;
    if (!first) return [];
    const period = { from: first.from, to: first.to, measure: ReportMeasure.PLATFORM, clock: ReportClock.CALENDAR };
    const { byChannel } = await collectResponses(snapshot, await readScope(snapshot, ctx, period, now));
    const counts = new Map(byChannel.largestFirst());
    return channels
      .flatMap(({ id, name, target }) => {
        const count = counts.get(id);
        const figures = count?.figures();
        if (!count || !figures || figures.answered + figures.unanswered === 0) return [];
        return [
          {
            channelId: id,
            channelName: name,
            meanMinutes: figures.meanMinutes,
            targetMinutes: target,
            answered: figures.answered,
            unanswered: figures.unanswered,
            oldestWaitMinutes: figures.oldestWaitMinutes === null ? null : Math.floor(figures.oldestWaitMinutes),
            ifAnsweredNowMinutes: figures.ifAnsweredNowMinutes,
            timelyShare: figures.timelyShare,
            withAutomaticMeanMinutes: figures.withAutomaticMeanMinutes,
            forecast: count.forecast(target),
          },
        ];
      })
      .toSorted((left, right) => overTarget(right) - overTarget(left));
  });
}

/** How near to its target a channel is, as a share; where nothing is answered yet, what answering now would make of it. */
function overTarget({ meanMinutes, ifAnsweredNowMinutes, targetMinutes }: ResponseHeadline): number {
  return (meanMinutes ?? ifAnsweredNowMinutes ?? 0) / targetMinutes;
}
