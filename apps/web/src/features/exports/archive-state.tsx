'use client';
import { Progress } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ArchiveReadinessQuery } from '../../generated/graphql.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import classes from './exports.module.css';

type Archive = NonNullable<ArchiveReadinessQuery['archiveReadiness']['last']>;

const PROBLEMS = [
  'NOT_A_ZIP',
  'NOT_AN_ARCHIVE',
  'UNKNOWN_FORMAT',
  'TOO_LARGE',
  'FOREIGN_CONTENT',
  'DAMAGED',
  'BROKEN',
  'WORKSPACE_NOT_EMPTY',
  'FILE_MISSING',
  'INTERRUPTED',
] as const;

/** Where the last archive stands. */
export function ArchiveState({ archive }: { archive: Archive }) {
  const t = useTranslations('exports.data');
  const formats = useFormats();
  const { fileName, status, problemCode, problem } = archive;
  if (status === 'DONE')
    return (
      <p role="status" className={classes.line}>
        {t('done', {
          name: fileName,
          rows: formats.number(Number(archive.doneRows)),
          at: formats.dateTime(archive.finishedAt ?? archive.createdAt),
        })}
      </p>
    );
  if (status === 'FAILED') {
    const known = PROBLEMS.find((code) => code === problemCode) ?? 'INTERRUPTED';
    return (
      <p role="alert" className={classes.problem}>
        {t('failed', { name: fileName })} {t(`problems.${known}`)} {problem ? t('detail', { detail: problem }) : ''}
      </p>
    );
  }
  const total = Number(archive.totalRows ?? 0);
  const done = Number(archive.doneRows);
  const share = total === 0 ? 0 : Math.round((done / total) * 100);
  return (
    <div>
      <p className={classes.line} id="archive-progress">
        {status === 'READING'
          ? t('reading', { name: fileName })
          : t('running', { name: fileName, done: formats.number(done), total: formats.number(total) })}
      </p>
      <Progress value={share} aria-labelledby="archive-progress" animated={status === 'READING'} />
    </div>
  );
}
