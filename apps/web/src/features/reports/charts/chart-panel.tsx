'use client';
import { useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { Panel } from '../../../components/page-frame.tsx';
import { DownloadMenu } from '../../exports/index.ts';
import classes from './charts.module.css';
import type { DataTable } from './data-table.ts';

/** A chart's numbers as a file. */
export interface ChartDownload {
  readonly list: ComponentProps<typeof DownloadMenu>['list'];
  readonly query?: Readonly<Record<string, string | number>>;
  readonly filter?: object;
}

/** A chart with the same numbers as a table and as a file. Without `children` the table itself is the picture. */
export function ChartPanel({
  title,
  lead,
  table,
  download,
  note,
  children,
}: {
  title: string;
  lead?: string;
  table: DataTable;
  /** The same numbers as a file: which list, and of which period. */
  download: ChartDownload;
  note?: ReactNode;
  children?: ReactNode;
}) {
  const t = useTranslations('reports.charts');
  return (
    <Panel title={title} lead={lead} actions={<DownloadMenu {...download} about={title} />}>
      {table.rows.length === 0 ? (
        <p className={classes.nothing}>{t('nothing')}</p>
      ) : children === undefined ? (
        <Table title={title} table={table} />
      ) : (
        <>
          {children}
          <details className={classes.details}>
            <summary>{t('asTable')}</summary>
            <Table title={title} table={table} />
          </details>
        </>
      )}
      {note}
    </Panel>
  );
}

function Table({ title, table }: { title: string; table: DataTable }) {
  return (
    <div className={classes.scroller} tabIndex={0} role="region" aria-label={title}>
      <table className={classes.table}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={row[0]?.value ?? at}>
              {row.map(({ text }, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={column}>{text}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
