'use client';
import { useTranslations } from 'next-intl';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import classes from '../imports.module.css';
import type { OpenImport } from '../import-words.ts';

/** What became of the rows, as it was stored: every row of the file is in one of the counts. */
export function ResultCounts({ opened }: { opened: OpenImport }) {
  const t = useTranslations('imports.counts');
  const formats = useFormats();
  const counts = [
    ['created', opened.createdRows, opened.createdRows > 0 ? 'good' : undefined],
    ['updated', opened.updatedRows, undefined],
    ['unchanged', opened.unchangedRows, undefined],
    ['failed', opened.failedRows, opened.failedRows > 0 ? 'bad' : undefined],
    ['leftOut', opened.leftOutRows, undefined],
  ] as const;
  return (
    <dl className={classes.counts}>
      {counts.map(([name, count, tone]) => (
        <div key={name} className={classes.count} data-tone={tone}>
          <dt>{t(name)}</dt>
          <dd>{formats.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
