'use client';
import { BuyerTimelineDocument } from '../../../../generated/graphql.ts';
import { useScreenQuery } from '../../../../platform/graphql/use-screen-query.ts';
import { TabState } from './tab-state.tsx';
import { Timeline } from './timeline.tsx';

/** Everything that happened with the buyer. */
export function TimelineTab({ buyerId }: { buyerId: string }) {
  const query = useScreenQuery(
    BuyerTimelineDocument,
    { id: buyerId },
    { refreshOn: (event) => event.buyerId === buyerId || event.subjectId === buyerId },
  );
  return (
    <TabState query={query}>{({ buyer }) => <Timeline buyerId={buyerId} events={buyer?.timeline ?? []} />}</TabState>
  );
}
