'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { AlertIcon } from '../../../components/icons.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { RunImportDocument } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import classes from '../imports.module.css';
import { type OpenImport, useFileProblemText } from '../import-words.ts';
import { useMaySeeFile } from '../may-see-file.ts';
import { FileButton } from '../start/drop-zone.tsx';
import { useImportAct } from '../use-import-act.ts';
import { FailedRows } from './failed-rows.tsx';
import { ResultCounts } from './result-counts.tsx';
import { UndoButton } from './undo-button.tsx';

/** An import that did not come to its end, or was taken back: what is left of it, and what to do. */
export function EndedStep({
  opened,
  onChanged,
  onFile,
}: {
  opened: OpenImport;
  onChanged: () => void;
  onFile: (file: File) => void;
}) {
  const t = useTranslations('imports.ended');
  const formats = useFormats();
  const fileProblem = useFileProblemText();
  const [run, running] = useImportAct(RunImportDocument, (data) => data.runImport, onChanged);
  const ran = opened.runAt !== null;
  const failed = opened.status === 'FAILED';
  // A job that gave up goes on where it stopped; anything else needs another file.
  const resumable = useMaySeeFile(opened) && failed && opened.problemCode === 'INTERRUPTED';
  const state = failed
    ? ran
      ? 'FAILED_RUN'
      : 'FAILED'
    : opened.status === 'UNDONE'
      ? 'UNDONE'
      : ran
        ? 'STOPPED'
        : 'DROPPED';
  return (
    <div className={classes.stack}>
      <Panel title={t(`titles.${state}`)} lead={t(`leads.${state}`)}>
        <div className={classes.stack}>
          {failed && (
            <div className={classes.notice} data-tone="bad" role="alert">
              <AlertIcon />
              <p>{fileProblem(opened)}</p>
            </div>
          )}
          {state === 'UNDONE' && opened.undoneAt !== null && (
            <p className={classes.dim}>{t('undoneAt', { at: formats.dateTime(opened.undoneAt) })}</p>
          )}
          {ran && state !== 'UNDONE' && <ResultCounts opened={opened} />}
          <div className={classes.acts}>
            {resumable && (
              <Button loading={running} onClick={() => void run({ id: opened.id })}>
                {t('resume')}
              </Button>
            )}
            <FileButton onFile={onFile} label={t('another')} variant={resumable ? 'default' : 'filled'} />
            {ran && state !== 'UNDONE' && <UndoButton opened={opened} onChanged={onChanged} />}
          </div>
          {failed && (
            <p className={classes.dim}>
              {t('reference')} <code>{opened.id}</code>
            </p>
          )}
        </div>
      </Panel>
      {ran && state !== 'UNDONE' && opened.failedRows > 0 && <FailedRows opened={opened} />}
    </div>
  );
}
