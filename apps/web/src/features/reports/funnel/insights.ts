import type { FunnelReportQuery } from '../../../generated/graphql.ts';

export type Insights = FunnelReportQuery['buyerInsights'];
/** Filters that a file states. */
export type Facts = readonly (readonly [name: string, value: string])[];
