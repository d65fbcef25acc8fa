export { loadBuyerInsights } from './load-buyer-insights.ts';
export { checkPeriod } from './period.ts';
export { ReportsModule } from './reports.module.ts';
export {
  collectResponses,
  loadSlaReport,
  readScope,
  ReportClock,
  ReportMeasure,
  ResponseForecast,
  sampleRows,
  SlaReportFilter,
  type SlaReport,
  type SampleScope,
} from './sla/index.ts';
