'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { DownloadIcon } from '../../../components/icons.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useMay, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import classes from '../imports.module.css';
import type { OpenImport } from '../import-words.ts';
import { FileButton } from '../start/drop-zone.tsx';
import { FailedRows } from './failed-rows.tsx';
import { ResultCounts } from './result-counts.tsx';
import { UndoButton } from './undo-button.tsx';
import { screenOf } from './screen-of.ts';

/** The last step: what is in, what failed and why, and what comes next. */
export function DoneStep({
  opened,
  onChanged,
  onFile,
}: {
  opened: OpenImport;
  onChanged: () => void;
  onFile: (file: File) => void;
}) {
  const t = useTranslations('imports.done');
  const amount = useTranslations('imports.amount');
  const formats = useFormats();
  const href = useWorkspaceHref();
  const may = useMay();
  const screen = screenOf(opened.kind);
  const failed = opened.failedRows > 0;
  const stored = opened.createdRows + opened.updatedRows + opened.unchangedRows;
  const lead = [
    opened.finishedAt && t('finishedAt', { at: formats.dateTime(opened.finishedAt) }),
    opened.startedBy && t('by', { name: opened.startedBy.name }),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <div className={classes.stack}>
      <Panel
        title={
          failed
            ? t('titleFailed', { what: amount(opened.kind, { count: stored }), failed: opened.failedRows })
            : t('title', { what: amount(opened.kind, { count: stored }) })
        }
        lead={lead}
      >
        <div className={classes.stack}>
          <ResultCounts opened={opened} />
          {failed && <p className={classes.dim}>{t('failedAdvice')}</p>}
          <div className={classes.acts}>
            {failed && <FileButton onFile={onFile} label={t('corrected')} />}
            {failed && opened.failuresPath !== null && (
              <Button
                component="a"
                href={opened.failuresPath}
                download
                variant="default"
                leftSection={<DownloadIcon />}
              >
                {t('download')}
              </Button>
            )}
            {may(screen.needs) && (
              <Button component={Link} href={href(screen.page)} variant={failed ? 'default' : 'filled'}>
                {t(`look.${screen.page}`)}
              </Button>
            )}
            <UndoButton opened={opened} onChanged={onChanged} />
          </div>
        </div>
      </Panel>
      {failed && <FailedRows opened={opened} />}
    </div>
  );
}
