'use client';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import forms from '../../../components/form.module.css';
import { SaveBuyersViewDocument } from '../../../generated/graphql.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useRefusals } from '../use-refusals.ts';

interface SaveViewDialogProps {
  /** The filters in force, as a query. */
  query: string;
  onClose: () => void;
  onSaved: () => void;
}

/** Gives the filters in force a name, for oneself or for the team. */
export function SaveViewDialog({ query, onClose, onSaved }: SaveViewDialogProps) {
  const t = useTranslations('buyers.views');
  const common = useTranslations('common');
  const refusals = useRefusals();
  const { show } = useToasts();
  const [save, running] = useAct(SaveBuyersViewDocument);
  const [id] = useState(newId);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setProblem(t('nameNeeded'));
    setProblem(null);
    const { data, failure } = await save({ input: { id, screen: 'BUYERS', name: name.trim(), query, shared } });
    if (failure) return setProblem(refusals.ofFailure(failure));
    if (data.saveView.__typename !== 'SavedView') return setProblem(refusals.ofRefusal(data.saveView));
    show({ message: t('saved', { name: data.saveView.name }), tone: 'good' });
    onSaved();
    return onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('save')} size="sm">
      <form className={forms.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          label={t('name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={problem}
          maxLength={80}
          required
          data-autofocus
        />
        <Checkbox label={t('share')} checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
        <div className={forms.actions}>
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={running}>
            {common('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
