'use client';
import { Button, Switch, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { type BuyerNoteFieldsFragment, SaveBuyerNoteDocument } from '../../../../generated/graphql.ts';
import { newId } from '../../../../platform/graphql/new-id.ts';
import { useSimpleAct } from '../../use-simple-act.ts';
import classes from '../buyer-page.module.css';
import { useNoteText } from './use-note-text.ts';

interface NoteFormProps {
  buyerId: string;
  /** null writes a new one. */
  note: BuyerNoteFieldsFragment | null;
  onDone: () => void;
  onCancel?: () => void;
}

/** Writes or rewrites a note. What is typed stays when it could not be saved. */
export function NoteForm({ buyerId, note, onDone, onCancel }: NoteFormProps) {
  const t = useTranslations('buyers.notes');
  const common = useTranslations('common');
  const [id, setId] = useState(() => note?.id ?? newId());
  const [text, setText] = useNoteText(buyerId, note && (note.text ?? ''));
  const [isPrivate, setPrivate] = useState(note?.private ?? false);
  const [save, running] = useSimpleAct(SaveBuyerNoteDocument, (data) => data.saveBuyerNote);

  const submit = async () => {
    if (text.trim() === '' || running) return;
    if (!(await save({ input: { id, buyerId, text: text.trim(), private: isPrivate } }))) return;
    if (note === null) {
      setText('');
      setId(newId());
    }
    onDone();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form className={classes.noteForm} onSubmit={onSubmit}>
      <Textarea
        aria-label={note ? t('editText') : t('newText')}
        placeholder={t('placeholder')}
        value={text}
        rows={3}
        maxLength={5000}
        autoFocus={note !== null}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
        }}
      />
      <div className={classes.noteActs}>
        <Switch
          label={t('private')}
          checked={isPrivate}
          onChange={(event) => setPrivate(event.currentTarget.checked)}
        />
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {common('cancel')}
          </Button>
        )}
        <Button type="submit" loading={running} disabled={text.trim() === ''}>
          {note ? common('save') : t('add')}
        </Button>
      </div>
    </form>
  );
}
