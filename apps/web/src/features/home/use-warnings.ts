'use client';
import type { HomeQuery } from '../../generated/graphql.ts';
import { useMay } from '../../platform/viewer/viewer-provider.tsx';

/** What the viewer has to look at: Home's list ends when there is nothing of it. */
export function useWarnings(home: HomeQuery['home']) {
  const may = useMay();
  const exceptions = may('exception:read') ? home.inboundExceptions : 0;
  const channels = may('channel:read') ? home.channelsInTrouble : [];
  const count =
    home.counts.waiting +
    home.promises.length +
    channels.length +
    Number(home.failedDeliveries > 0) +
    Number(exceptions > 0);
  return { exceptions, channels, failedDeliveries: home.failedDeliveries, count };
}

export type Warnings = ReturnType<typeof useWarnings>;
