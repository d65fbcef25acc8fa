'use client';
import { Button, FileButton, Progress } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { UploadIcon } from '../../components/icons.tsx';
import { newId } from '../../platform/graphql/new-id.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { putFile } from '../../platform/upload/put-file.ts';
import { useWorkspace } from '../../platform/viewer/viewer-provider.tsx';
import classes from './exports.module.css';
import type { ExportProblem } from './save-address.ts';
import { useExportProblem } from './use-export-problem.ts';

/** Tables that have a word of their own; others are called as in the archive. */
const NAMED = [
  'buyers',
  'products',
  'conversations',
  'knowledge_entries',
  'channels',
  'imports',
  'orders',
  'tags',
  'goals',
  'custom_fields',
] as const;

/** Takes an archive, while the workspace is empty; else says what is in the way. */
export function BringArchive({
  inTheWay,
  onSent,
}: {
  inTheWay: readonly { table: string; rows: number }[];
  onSent: () => void;
}) {
  const t = useTranslations('exports.data');
  const formats = useFormats();
  const { slug } = useWorkspace();
  const word = useExportProblem();
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<ExportProblem | null>(null);
  if (inTheWay.length > 0)
    return (
      <div>
        <p className={classes.line}>{t('notEmpty')}</p>
        <ul className={classes.counts}>
          {inTheWay.map(({ table, rows }) => {
            const named = NAMED.find((each) => each === table);
            return (
              <li key={table}>
                {t('count', { what: named ? t(`tables.${named}`) : table, rows: formats.number(rows) })}
              </li>
            );
          })}
        </ul>
      </div>
    );
  const send = async (file: File | null) => {
    if (file === null) return;
    setProblem(null);
    setShare(0);
    const address = `/archives/${newId()}?workspace=${encodeURIComponent(slug)}&name=${encodeURIComponent(file.name)}`;
    const outcome = await putFile({ address, file, onProgress: setShare });
    setShare(null);
    if (outcome.ok) return onSent();
    setProblem({ code: outcome.code, reference: outcome.reference });
    onSent(); // what stood in the way may be shown now
  };
  return (
    <div className={classes.facts}>
      <p className={classes.line}>{t('bringText')}</p>
      <div>
        <FileButton onChange={(file) => void send(file)} accept=".zip,application/zip">
          {(props) => (
            <Button {...props} variant="default" leftSection={<UploadIcon />} disabled={share !== null}>
              {t('bringButton')}
            </Button>
          )}
        </FileButton>
      </div>
      {share !== null && (
        <div>
          <p id="archive-sending" className={classes.line}>
            {t('sending', { percent: formats.number(Math.round(share * 100)) })}
          </p>
          <Progress value={share * 100} aria-labelledby="archive-sending" />
        </div>
      )}
      {problem !== null && (
        <p role="alert" className={classes.problem}>
          {word(problem)}
        </p>
      )}
    </div>
  );
}
