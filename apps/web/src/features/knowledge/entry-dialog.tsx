'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Dialog } from '../../components/dialog.tsx';
import forms from '../../components/form.module.css';
import { RemoveKnowledgeEntryDocument } from '../../generated/graphql.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { EMPTY_ENTRY, type EntryDraft, entryDraftOf } from './entry-draft.ts';
import { EntryFields } from './entry-fields.tsx';
import classes from './knowledge.module.css';
import { useSaveEntry } from './use-save-entry.ts';
import type { KnowledgeRow } from './use-knowledge.ts';

/** Writes an entry. For a common question only the answer is asked; the rest is folded and filled in. */
export function EntryDialog({
  entry,
  initial,
  starter,
  categories,
  readOnly,
  onChanged,
  onClose,
}: {
  /** The entry to change; null for a new one. */
  entry: KnowledgeRow | null;
  initial: EntryDraft | null;
  starter: boolean;
  categories: readonly string[];
  readOnly: boolean;
  onChanged: () => void;
  onClose: () => void;
}) {
  const t = useTranslations('knowledge');
  const failures = useTranslations('failure');
  const common = useTranslations('common');
  const { show } = useToasts();
  const { save, running, problem, clear } = useSaveEntry();
  const [remove, removing] = useAct(RemoveKnowledgeEntryDocument);
  // The version that was opened: a newer one that arrives meanwhile must not be overwritten unseen.
  const [base] = useState(entry);
  const [draft, setDraft] = useState<EntryDraft>(() => initial ?? (entry ? entryDraftOf(entry) : EMPTY_ENTRY));
  const [asking, setAsking] = useState(false);
  const moved = base !== null && entry !== null && entry.version > base.version;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const saved = await save(draft, base);
    onChanged();
    if (saved === null) return;
    show({ message: t(base === null ? 'added' : 'saved', { code: saved.code, version: saved.version }), tone: 'good' });
    onClose();
  };
  const finish = async () => {
    if (base === null) return;
    const { data, failure } = await remove({ id: base.id });
    setAsking(false);
    onChanged();
    if (failure !== null) return show({ message: failures(failure.kind), tone: 'bad' });
    show({ message: t(data.removeKnowledgeEntry.__typename === 'Removed' ? 'removed' : 'gone', { code: base.code }) });
    return onClose();
  };
  const title =
    base === null ? t(starter ? 'start.answerOf' : 'add', { title: draft.title }) : t('editOf', { code: base.code });

  return (
    <Dialog opened onClose={onClose} title={title} size="lg">
      <form className={forms.form} onSubmit={(event) => void submit(event)}>
        {moved && (
          <p className={classes.notice} role="alert">
            {t('wrong.conflict', { version: entry.version })}
          </p>
        )}
        {problem?.at === 'form' && (
          <p className={forms.problem} role="alert">
            {problem.text}
          </p>
        )}
        <EntryFields
          draft={draft}
          starter={starter}
          categories={categories}
          readOnly={readOnly}
          problem={problem}
          onChange={(patch) => {
            clear();
            setDraft((before) => ({ ...before, ...patch }));
          }}
        />
        <div className={forms.actions}>
          {base !== null && !readOnly && (
            <Button
              className={classes.removeAct}
              variant="subtle"
              color="gray"
              c="inherit"
              onClick={() => setAsking(true)}
            >
              {t('remove')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {common(readOnly ? 'close' : 'cancel')}
          </Button>
          {!readOnly && (
            <Button type="submit" loading={running}>
              {base === null ? t('publish') : t('save', { version: base.version + 1 })}
            </Button>
          )}
        </div>
      </form>
      <ConfirmDialog
        opened={asking}
        title={t('removeTitle', { code: base?.code ?? '' })}
        act={t('remove')}
        running={removing}
        onConfirm={() => void finish()}
        onClose={() => setAsking(false)}
      >
        <p>{t('removeText', { title: base?.title ?? '' })}</p>
      </ConfirmDialog>
    </Dialog>
  );
}
