/** Steps of a scale of hours that people count in, minutes. */
const STEPS = [15, 30, 60, 120, 180, 240, 360, 720, 1_440, 2_880, 10_080];
const MOST_TICKS = 5;

export interface RollingScale {
  /** Top of the picture, minutes. */
  readonly max: number;
  /** Marks from 0 up to the top. */
  readonly ticks: readonly number[];
}

/** A scale from zero that holds the line and its target, with at most six round marks. */
export function rollingScale(means: readonly (number | null)[], target: number | null): RollingScale {
  const highest = Math.max(30, target ?? 0, ...means.map((mean) => mean ?? 0)) * 1.05;
  const step = STEPS.find((each) => highest / each <= MOST_TICKS) ?? Math.ceil(highest / MOST_TICKS / 10_080) * 10_080;
  const marks = Math.ceil(highest / step);
  return { max: marks * step, ticks: Array.from({ length: marks + 1 }, (_, index) => index * step) };
}

/** Runs of days with a mean, as corners of a line in percent of the picture; days without one are gaps. */
export function rollingLines(means: readonly (number | null)[], max: number): string[] {
  const lines: string[][] = [[]];
  const last = Math.max(1, means.length - 1);
  means.forEach((mean, index) => {
    if (mean === null) lines.push([]);
    else lines.at(-1)!.push(`${round((index / last) * 100)},${round(100 - (mean / max) * 100)}`);
  });
  return lines
    .filter((line) => line.length > 0)
    .map((line) => (line.length === 1 ? `${line[0]} ${line[0]}` : line.join(' ')));
}

const round = (value: number): number => Math.round(value * 100) / 100;
