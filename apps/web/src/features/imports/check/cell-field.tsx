'use client';
import { TextInput, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useState } from 'react';
import { type RowProblem, useProblemText } from '../import-words.ts';
import classes from './check.module.css';

/** Longer texts than this are written in several lines. */
const LONG = 60;

/** One cell of a row: saved when it is left or by Enter, which goes on to the next one that is wrong. */
export function CellField({
  label,
  rowNumber,
  value,
  problem,
  onSave,
}: {
  label: string;
  rowNumber: number;
  value: string;
  problem: RowProblem | null;
  onSave: (value: string) => Promise<boolean>;
}) {
  const t = useTranslations('imports.check');
  const problemText = useProblemText();
  /** What was typed and is not yet what the server has; null when nothing was. */
  const [typed, setTyped] = useState<string | null>(null);
  const [long] = useState(value.length > LONG || value.includes('\n'));
  const save = async () => {
    if (typed === null || typed === value) return setTyped(null);
    // What could not be saved stays as it was typed.
    if (await onSave(typed)) setTyped((now) => (now === typed ? null : now));
    return undefined;
  };
  const shared = {
    label,
    'aria-label': t('cellLabel', { column: label, row: rowNumber }),
    value: typed ?? value,
    error: problem === null ? undefined : problemText(problem),
    autoComplete: 'off',
    classNames: { error: classes.cellError },
    'data-mend': problem === null ? undefined : true,
    onBlur: () => void save(),
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    const next = nextToMend(event.currentTarget);
    if (next) next.focus();
    else void save();
  };
  if (long)
    return (
      <Textarea {...shared} rows={3} onKeyDown={onKeyDown} onChange={(event) => setTyped(event.currentTarget.value)} />
    );
  return <TextInput {...shared} onKeyDown={onKeyDown} onChange={(event) => setTyped(event.currentTarget.value)} />;
}

/** The wrong cell after this one on the page. */
function nextToMend(from: HTMLElement): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('[data-mend]')].find(
    (field) => (from.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
}
