/** The reports, in the order of their tabs; the first one opens when none is named. */
export const REPORTS = [
  { name: 'reportSla', segment: 'sla' },
  { name: 'reportFunnel', segment: 'funnel' },
  { name: 'reportResources', segment: 'resources' },
  { name: 'reportGoals', segment: 'goals' },
] as const;
