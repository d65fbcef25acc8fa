import type { FunnelReportQuery } from '../../../generated/graphql.ts';

export type Insights = FunnelReportQuery['buyerInsights'];
/** The days of the report. */
export type Period = Readonly<Record<'from' | 'to', string>>;
