'use client';
import { ActionIcon, Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { EditIcon } from '../../../../components/icons.tsx';
import { lazyPart } from '../../../../components/lazy-part.tsx';
import { useFormats } from '../../../../platform/i18n/use-formats.ts';
import classes from './editable-row.module.css';
import type { RowInputKind } from './row-input.tsx';

/** Editing is rarer than reading, so its inputs are loaded when it begins. */
const RowInput = lazyPart(() => import('./row-input.tsx').then((module) => module.RowInput));

/** What became of saving one field. */
export type RowOutcome =
  | { kind: 'saved' }
  | { kind: 'problem'; text: string }
  | { kind: 'conflict'; current: string | null; by: string | null; at: string | null };

export interface EditableRowProps {
  label: string;
  /** As the field holds it and the input takes it; null when nothing is entered. */
  value: string | null;
  /** How a value reads. */
  show: (value: string) => ReactNode;
  input: RowInputKind;
  required?: boolean;
  mayChange: boolean;
  /** `seen` is what stood there when editing began, or what somebody else has put there since and the editor has read. */
  save: (value: string | null, seen: string | null) => Promise<RowOutcome>;
  onChanged: () => void;
}

/** One fact, changed where it stands. What a colleague saved meanwhile is shown, never written over unseen. */
export function EditableRow({
  label,
  value,
  show,
  input,
  required = false,
  mayChange,
  save,
  onChanged,
}: EditableRowProps) {
  const t = useTranslations('buyers');
  const common = useTranslations('common');
  const formats = useFormats();
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState<{ draft: string; seen: string | null } | null>(null);
  const [outcome, setOutcome] = useState<RowOutcome | null>(null);
  const [running, setRunning] = useState(false);

  const close = () => {
    setEditing(null);
    setOutcome(null);
    // The input that had the focus is gone; it returns to where it came from.
    requestAnimationFrame(() => opener.current?.focus());
  };
  const store = async (draft: string, seen: string | null) => {
    const next = draft.trim() === '' ? null : draft.trim();
    if (next === null && required) return setOutcome({ kind: 'problem', text: common('field.required') });
    if (next === seen) return close();
    setRunning(true);
    const result = await save(next, seen);
    setRunning(false);
    if (result.kind !== 'saved') return setOutcome(result);
    onChanged();
    return close();
  };
  const keepTheirs = () => {
    onChanged();
    close();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (editing && !running) void store(editing.draft, editing.seen);
  };

  if (editing === null)
    return (
      <div className={classes.row}>
        <dt>{label}</dt>
        <dd>
          <span dir="auto">
            {value === null ? <span className={classes.unknown}>{t('facts.unknown')}</span> : show(value)}
          </span>
          {mayChange && (
            <ActionIcon
              ref={opener}
              variant="subtle"
              color="gray"
              size="2.75rem"
              aria-label={t('facts.edit', { field: label })}
              onClick={() => setEditing({ draft: value ?? '', seen: value })}
            >
              <EditIcon />
            </ActionIcon>
          )}
        </dd>
      </div>
    );
  const conflict = outcome?.kind === 'conflict' ? outcome : null;
  return (
    <div>
      <dt className="visually-hidden">{label}</dt>
      <dd className={classes.editing}>
        <form className={classes.form} onSubmit={submit} aria-label={label} noValidate>
          <RowInput
            id={id}
            label={label}
            input={input}
            value={editing.draft}
            error={outcome?.kind === 'problem' ? outcome.text : undefined}
            onChange={(draft) => setEditing({ ...editing, draft })}
            onEscape={close}
          />
          {conflict ? (
            <div className={classes.conflict} role="alert">
              <p>
                {t('facts.conflict', {
                  name: conflict.by ?? t('facts.somebody'),
                  at: conflict.at === null ? '' : formats.dateTime(conflict.at),
                })}{' '}
                <strong dir="auto">{conflict.current === null ? t('facts.cleared') : show(conflict.current)}</strong>
              </p>
              <Button variant="default" onClick={keepTheirs}>
                {t('facts.keepTheirs')}
              </Button>
              <Button loading={running} onClick={() => void store(editing.draft, conflict.current)}>
                {t('facts.useMine')}
              </Button>
            </div>
          ) : (
            <div className={classes.acts}>
              <Button variant="default" onClick={close}>
                {common('cancel')}
              </Button>
              <Button type="submit" loading={running}>
                {common('save')}
              </Button>
            </div>
          )}
        </form>
      </dd>
    </div>
  );
}
