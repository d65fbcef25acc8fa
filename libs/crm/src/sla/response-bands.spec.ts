import { responseBand } from './response-bands.ts';

it.each([
  [0, 'UNDER_1H'],
  [60 * 60_000, 'UNDER_1H'],
  [60 * 60_000 + 1, 'UNDER_4H'],
  [240 * 60_000, 'UNDER_4H'],
  [240 * 60_000 + 1, 'UNDER_12H'],
  [720 * 60_000 + 1, 'UNDER_24H'],
  [1_440 * 60_000, 'UNDER_24H'],
  [1_440 * 60_000 + 1, 'LATER'],
  [null, 'UNANSWERED'],
])('%s ms is %s', (tookMs, band) => expect(responseBand(tookMs)).toBe(band));
