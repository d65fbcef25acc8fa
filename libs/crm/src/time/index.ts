export { clipRanges, DAY_MS, mergeRanges, subtractRanges, sumRanges } from './ranges.ts';
export type { EpochMs, TimeRange } from './ranges.ts';
export { formatLocalDate, parseLocalDate, parseLocalTime, weekdayOf } from './wall-clock.ts';
export type { WallMs } from './wall-clock.ts';
export { compileZone, isTimeZone } from './compile-zone.ts';
export type { CompiledZone } from './compile-zone.ts';
export { formatInstant, parseInstant } from './parse-instant.ts';
