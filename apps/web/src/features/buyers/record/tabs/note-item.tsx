'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { StatusBadge } from '../../../../components/badges.tsx';
import {
  type BuyerNoteFieldsFragment,
  DeleteBuyerNoteDocument,
  ReadPrivateNoteDocument,
  SaveBuyerNoteDocument,
} from '../../../../generated/graphql.ts';
import { useAct } from '../../../../platform/graphql/use-act.ts';
import { useFormats } from '../../../../platform/i18n/use-formats.ts';
import { useToasts } from '../../../../platform/toasts/toasts-provider.tsx';
import { useMay } from '../../../../platform/viewer/viewer-provider.tsx';
import { useRefusals } from '../../use-refusals.ts';
import { useSimpleAct } from '../../use-simple-act.ts';
import classes from '../buyer-page.module.css';
import { NoteForm } from './note-form.tsx';

interface NoteItemProps {
  buyerId: string;
  note: BuyerNoteFieldsFragment;
  mayWrite: boolean;
  onChanged: () => void;
}

/** One note; its author may rewrite and delete it. */
export function NoteItem({ buyerId, note, mayWrite, onChanged }: NoteItemProps) {
  const t = useTranslations('buyers.notes');
  const formats = useFormats();
  const { show } = useToasts();
  const [editing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const [remove, removing] = useSimpleAct(DeleteBuyerNoteDocument, (data) => data.deleteBuyerNote);
  const [save] = useSimpleAct(SaveBuyerNoteDocument, (data) => data.saveBuyerNote);

  const removeIt = async () => {
    if (!(await remove({ id: note.id }))) return;
    onChanged();
    const undo = async () => {
      const { id, text, private: isPrivate } = note;
      if (text !== null && (await save({ input: { id, buyerId, text, private: isPrivate } }))) onChanged();
    };
    show({ message: t('deleted'), undo: () => void undo() });
  };
  const close = () => {
    setEditing(false);
    // The field that had the focus is gone; it returns to where it came from.
    requestAnimationFrame(() => opener.current?.focus());
  };
  if (editing)
    return (
      <li>
        <NoteForm
          buyerId={buyerId}
          note={note}
          onCancel={close}
          onDone={() => {
            close();
            onChanged();
          }}
        />
      </li>
    );
  return (
    <li>
      <p className={classes.entryTop}>
        <strong>{note.author?.name ?? t('formerMember')}</strong>
        {note.private && <StatusBadge tone="info">{t('privateMark')}</StatusBadge>}
        <span className={classes.dim}>
          {formats.dateTime(note.createdAt)}
          {note.editedAt !== null && ` · ${t('edited', { at: formats.dateTime(note.editedAt) })}`}
        </span>
      </p>
      {note.hidden ? <HiddenText note={note} /> : <NoteText text={note.text ?? ''} />}
      {note.mine && mayWrite && (
        <p className={classes.noteActs}>
          <Button ref={opener} variant="subtle" onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
          <Button variant="subtle" color="red" c="var(--dg-danger)" loading={removing} onClick={() => void removeIt()}>
            {t('delete')}
          </Button>
        </p>
      )}
    </li>
  );
}

function NoteText({ text }: { text: string }) {
  return (
    <p className={classes.noteText} dir="auto">
      {text}
    </p>
  );
}

/** A colleague's private note: those who may read it do so knowing that it is recorded. */
function HiddenText({ note }: { note: BuyerNoteFieldsFragment }) {
  const t = useTranslations('buyers.notes');
  const may = useMay();
  const refusals = useRefusals();
  const [read, reading] = useAct(ReadPrivateNoteDocument);
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const readIt = async () => {
    const { data, failure } = await read({ id: note.id });
    if (failure) return setProblem(refusals.ofFailure(failure));
    const result = data.readPrivateNote;
    return result.__typename === 'BuyerNote' ? setText(result.text) : setProblem(refusals.ofRefusal(result));
  };
  if (text !== null) return <NoteText text={text} />;
  return (
    <div className={classes.noteActs}>
      <span className={classes.dim}>{t('hidden')}</span>
      {problem !== null && <span role="alert">{problem}</span>}
      {may('note:read-private') && (
        <Button variant="default" loading={reading} onClick={() => void readIt()}>
          {t('readRecorded')}
        </Button>
      )}
    </div>
  );
}
