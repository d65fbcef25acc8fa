'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DownloadIcon } from '../../../components/icons.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import classes from './charts.module.css';
import { type DataTable, toCsv } from './csv.ts';
import { download } from './download.ts';

/** A chart with the same numbers as a table and as a file. Without `children` the table itself is the picture. */
export function ChartPanel({
  title,
  lead,
  table,
  fileName,
  facts,
  note,
  children,
}: {
  title: string;
  lead?: string;
  table: DataTable;
  fileName: string;
  /** Filters that the file states: name and value. */
  facts: readonly (readonly [name: string, value: string])[];
  note?: ReactNode;
  children?: ReactNode;
}) {
  const t = useTranslations('reports.charts');
  const formats = useFormats();
  const { timeZone } = useWorkspace();
  const save = () =>
    download(
      `${fileName}.csv`,
      toCsv(
        [[t('report'), title], ...facts, [t('timeZone'), timeZone], [t('madeAt'), formats.dateTime(new Date())]],
        table,
      ),
    );
  return (
    <Panel
      title={title}
      lead={lead}
      actions={
        <Button variant="default" leftSection={<DownloadIcon />} aria-label={t('downloadOf', { title })} onClick={save}>
          {t('download')}
        </Button>
      }
    >
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
