export { collectResponses } from './collect-responses.ts';
export { loadSlaReport } from './load-sla-report.ts';
export { sampleRows } from './list-response-samples.query.ts';
export { readScope, type SampleScope } from './sample-scope.ts';
export { ReportClock, ReportMeasure, SlaReportFilter } from './sla-report.input.ts';
export { ResponseForecast, type SlaReport } from './sla-report.model.ts';
