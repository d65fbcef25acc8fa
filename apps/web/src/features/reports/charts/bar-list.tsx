'use client';
import type { ReactNode } from 'react';
import classes from './charts.module.css';

export interface Bar {
  key: string;
  label: ReactNode;
  /** Length against the longest, 0 to 1. */
  share: number;
  /** The number itself, at the end of the bar. */
  value: string;
  /** What the number rests on. */
  note?: string;
}

/** Horizontal bars from a common zero, each with its number beside it. Read as a list; the picture adds only the lengths. */
export function BarList({ bars }: { bars: readonly Bar[] }) {
  return (
    <ul className={classes.bars}>
      {bars.map(({ key, label, share, value, note }) => (
        <li key={key} className={classes.bar}>
          <span className={classes.barLabel}>{label}</span>
          <span className={classes.track}>
            <span className={classes.fill} style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%` }} aria-hidden />
            <strong className={classes.barValue}>{value}</strong>
          </span>
          {note && <span className={classes.barNote}>{note}</span>}
        </li>
      ))}
    </ul>
  );
}
