'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { StatusBadge, type StatusTone } from '../../../components/badges.tsx';
import {
  CorrectImportRowDocument,
  type ImportRowState,
  LeaveOutImportRowsDocument,
} from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { type FileRow, type OpenImport, useProblemText } from '../import-words.ts';
import { useImportAct } from '../use-import-act.ts';
import { CellField } from './cell-field.tsx';
import classes from './check.module.css';
import { rowInShort, usedColumns } from './row-cells.ts';
import { RowSaver } from './row-saver.ts';

const TONES: Readonly<Record<ImportRowState, StatusTone>> = {
  BAD: 'bad',
  CORRECTED: 'good',
  LEFT_OUT: 'neutral',
  FAILED: 'bad',
};

/** One row that cannot be taken as it is: its wrong cells can be mended here, each saved as it is left. */
export function BadRow({ opened, row, onChanged }: { opened: OpenImport; row: FileRow; onChanged: () => void }) {
  const t = useTranslations('imports.check');
  const formats = useFormats();
  const problemText = useProblemText();
  const [whole, setWhole] = useState(false);
  // Cells that were wrong at first stay open when they turn good, so that nothing moves under the typing hand.
  const [everWrong] = useState(() => new Set<number | null>(row.problems.map(({ column }) => column)));
  const [correct, correcting] = useImportAct(CorrectImportRowDocument, (data) => data.correctImportRow, onChanged);
  const [leaveOut, leaving] = useImportAct(LeaveOutImportRowsDocument, (data) => data.leaveOutImportRows, onChanged);
  const send = async (cells: string[]) =>
    (await correct({ importId: opened.id, rowNumber: row.rowNumber, cells })) !== null;
  const [saver] = useState(() => new RowSaver(row.cells));
  useEffect(() => saver.read(row.cells), [saver, row.cells]);

  const problemAt = new Map(row.problems.map((problem) => [problem.column, problem]));
  const columns = usedColumns(opened);
  const inColumns = new Set<number | null>(columns.map(({ index }) => index));
  const shown = columns.filter(({ index }) => whole || everWrong.has(index) || problemAt.has(index));
  const ofRow = row.problems.filter(({ column }) => !inColumns.has(column));
  const out = row.state === 'LEFT_OUT';
  return (
    <tr data-state={row.state}>
      <th scope="row" className={classes.rowNumber}>
        {formats.number(row.rowNumber)}
      </th>
      <td>
        <p className={classes.inShort} dir="auto">
          {rowInShort(row, columns)}
        </p>
        {!out &&
          ofRow.map((problem) => (
            <p key={problem.code} className={classes.reason}>
              {problemText(problem)}
            </p>
          ))}
        {!out && (
          <div className={classes.cells}>
            {shown.map(({ index, header }) => (
              <CellField
                key={index}
                label={header}
                rowNumber={row.rowNumber}
                value={row.cells[index] ?? ''}
                problem={problemAt.get(index) ?? null}
                onSave={(value) => saver.change(index, value, send)}
              />
            ))}
          </div>
        )}
      </td>
      <td className={classes.rowState}>
        <span role="status">
          <StatusBadge tone={TONES[row.state]}>{t(`rowStates.${row.state}`)}</StatusBadge>
        </span>
        {!out && shown.length < columns.length && (
          <Button variant="subtle" onClick={() => setWhole(true)}>
            {t('wholeRow')}
          </Button>
        )}
        {out ? (
          <Button variant="default" loading={correcting} onClick={() => void send([...row.cells])}>
            {t('takeBack')}
          </Button>
        ) : (
          row.state !== 'FAILED' && (
            <Button
              variant="subtle"
              color="gray"
              loading={leaving}
              onClick={() => void leaveOut({ importId: opened.id, rowNumbers: [row.rowNumber] })}
            >
              {t('leaveOut')}
            </Button>
          )
        )}
      </td>
    </tr>
  );
}
