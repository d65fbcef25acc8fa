'use client';
import classes from './charts.module.css';

export interface Column {
  key: string;
  label: string;
  /** Two parts, the lower one first, as shares of the highest column (0 to 1). */
  parts: readonly [lower: number, upper: number];
  /** The whole, above the column. */
  value: string;
}

/** Columns of two parts from zero. The picture is described by `summary`; its numbers stand in the table below it. */
export function StackedColumns({
  columns,
  legend,
  summary,
}: {
  columns: readonly Column[];
  legend: readonly [lower: string, upper: string];
  summary: string;
}) {
  return (
    <div>
      <p className={classes.legend}>
        <span>
          <i data-part="lower" aria-hidden /> {legend[0]}
        </span>
        <span>
          <i data-part="upper" aria-hidden /> {legend[1]}
        </span>
      </p>
      <div className={classes.scroller} tabIndex={0} role="region" aria-label={summary}>
        <div className={classes.columns} role="img" aria-label={summary}>
          {columns.map(({ key, label, parts: [lower, upper], value }) => (
            <div key={key} className={classes.column}>
              <div className={classes.stack}>
                <span className={classes.columnValue}>{value}</span>
                <span data-part="upper" style={{ height: `${upper * 100}%` }} />
                <span data-part="lower" style={{ height: `${lower * 100}%` }} />
              </div>
              <span className={classes.columnLabel}>{label}</span>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
