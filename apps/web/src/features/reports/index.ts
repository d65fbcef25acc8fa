export { standingOf, type Standing } from './sla/report.ts';
export { useForecastWords } from './sla/use-forecast-words.ts';
