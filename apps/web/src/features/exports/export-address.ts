/** Lists that the API gives as files; the word of the address. */
export type ExportName =
  | 'buyers'
  | 'contacts'
  | 'orders'
  | 'order-lines'
  | 'inbox'
  | 'samples'
  | 'pipeline'
  | 'products'
  | 'knowledge'
  | 'exceptions'
  | 'audit'
  | 'members'
  | 'overrides'
  | 'tags'
  | 'exchange-rates'
  | 'imports'
  | 'goals'
  | 'report-conversion'
  | 'report-order-values'
  | 'report-revenue'
  | 'report-first-orders'
  | 'report-countries'
  | 'report-workload'
  | 'report-effort'
  | 'sla-samples'
  | 'sla-report'
  | 'sla-rolling'
  | 'sla-arrivals'
  | 'sla-conversion';

export type ExportFormat = 'csv' | 'xlsx';

/** What a screen shows: its filter as GraphQL gets it, and what stands beside it. */
export interface ExportConditions {
  readonly filter?: object;
  readonly query?: Readonly<Record<string, string | number | null | undefined>>;
}

/** Address of a list as a file. */
export function exportAddress(
  workspace: string,
  list: ExportName,
  format: ExportFormat,
  { filter, query = {} }: ExportConditions,
): string {
  const conditions = new URLSearchParams({ workspace });
  if (filter !== undefined && Object.keys(filter).length > 0) conditions.set('filter', JSON.stringify(filter));
  for (const [key, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== '') conditions.set(key, String(value));
  return `/exports/${list}.${format}?${conditions.toString()}`;
}
