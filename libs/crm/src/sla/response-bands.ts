/** Bands of response time, fastest first: how quick an answer was, as a buyer feels it. */
export const RESPONSE_BANDS = ['UNDER_1H', 'UNDER_4H', 'UNDER_12H', 'UNDER_24H', 'LATER', 'UNANSWERED'] as const;

/** A band of response time. */
export type ResponseBand = (typeof RESPONSE_BANDS)[number];

/** Upper ends of the bands, minutes; exactly at the end is inside. 4 h and 12 h are the marketplaces' targets (spec sla). */
const ENDS_MINUTES = [60, 240, 720, 1_440];

/** Band of a response time in milliseconds; null while there is none. */
export function responseBand(tookMs: number | null): ResponseBand {
  if (tookMs === null) return 'UNANSWERED';
  const index = ENDS_MINUTES.findIndex((end) => tookMs <= end * 60_000);
  return RESPONSE_BANDS[index === -1 ? ENDS_MINUTES.length : index]!;
}
