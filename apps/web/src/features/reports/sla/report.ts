import type { SlaReportQuery, SlaSamplesQuery } from '../../../generated/graphql.ts';

export type Report = SlaReportQuery['slaReport'];
export type Figures = Report['figures'];
export type Group = Report['byMember'][number];
export type Sample = SlaSamplesQuery['responseSamples']['edges'][number]['node'];

/** How a mean stands to its target; words, a sign and a colour say the same. */
export type Standing = 'under' | 'near' | 'over' | 'none';

/** From nine tenths of the target on a mean is near it. */
const NEAR = 0.9;

export function standingOf(mean: number | null, target: number | null): Standing {
  if (mean === null || target === null) return 'none';
  if (mean > target) return 'over';
  return mean >= target * NEAR ? 'near' : 'under';
}
