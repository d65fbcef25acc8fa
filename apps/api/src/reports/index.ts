export { loadBuyerInsights } from './load-buyer-insights.ts';
export { checkPeriod } from './period.ts';
export { ReportsModule } from './reports.module.ts';
