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

/** Tables that people have a word for, the weightiest first; the others are summed. */
const NAMED = [
  'buyers',
  'conversations',
  'messages',
  'orders',
  'sample_requests',
  'products',
  'knowledge_entries',
  'announcements',
  'attachments',
  'imports',
  'channels',
  'tags',
  'goals',
  'custom_fields',
] as const;

const isNamed = (table: string) => NAMED.some((named) => named === table);

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
  const rowsOf = (table: string) => inTheWay.find((each) => each.table === table)?.rows ?? 0;
  const others = inTheWay.filter(({ table }) => !isNamed(table)).reduce((sum, { rows }) => sum + rows, 0);
  if (inTheWay.length > 0)
    return (
      <div>
        <p className={classes.line}>{t('notEmpty')}</p>
        <ul className={classes.counts}>
          {NAMED.map((table) => {
            const rows = rowsOf(table);
            return (
              rows > 0 && <li key={table}>{t('count', { what: t(`tables.${table}`), rows: formats.number(rows) })}</li>
            );
          })}
          {others > 0 && <li>{t('otherRows', { rows: formats.number(others) })}</li>}
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
