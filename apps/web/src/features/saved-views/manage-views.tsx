'use client';
import { Button, Checkbox, Switch, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import forms from '../../components/form.module.css';
import { DeleteViewDocument, SaveViewDocument, type ViewScreen } from '../../generated/graphql.ts';
import { useFieldMessages } from '../../platform/forms/use-field-messages.ts';
import { newId } from '../../platform/graphql/new-id.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import classes from './saved-views.module.css';
import type { View } from './saved-views.tsx';

interface Props {
  screen: ViewScreen;
  /** The present filters, as the address has them. */
  present: string;
  views: readonly View[];
  onClose: () => void;
  onChanged: () => void;
}

/** Saves the present filters under a name; shares and deletes one's own views. */
export function ManageViews({ screen, present, views, onClose, onChanged }: Props) {
  const t = useTranslations('savedViews');
  const failures = useTranslations('failure');
  const { show } = useToasts();
  const fieldMessages = useFieldMessages();
  const [save, saving] = useAct(SaveViewDocument);
  const [remove] = useAct(DeleteViewDocument);
  const [id] = useState(newId);
  const [shared, setShared] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const own = views.filter(({ mine }) => mine);

  const send = async (view: ReturnType<typeof viewInput>) => {
    setProblem(null);
    const { data, failure } = await save({ input: { ...view, screen } });
    const result = data?.saveView;
    if (result?.__typename === 'SavedView') {
      onChanged();
      return true;
    }
    if (result?.__typename === 'LimitReached') setProblem(t('limit', { limit: result.limit }));
    else if (result?.__typename === 'NameTaken') setProblem(t('nameTaken', { name: view.name }));
    else setProblem(failure ? failures(failure.kind) : t('gone'));
    return false;
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    if (!(await send({ id, name, query: present, shared }))) return;
    show({ message: t('saved', { name }) });
    onClose();
  };

  const drop = async (view: View) => {
    const { data, failure } = await remove({ id: view.id });
    if (failure) return setProblem(failures(failure.kind));
    onChanged();
    onClose(); // a toast over an open dialog could not be pressed
    if (data.deleteView.__typename === 'Removed')
      // Made anew under its old id, so that it is the same view again.
      show({ message: t('deleted', { name: view.name }), undo: () => void send(viewInput(view)) });
    return undefined;
  };

  return (
    <Dialog opened onClose={onClose} title={t('manage')}>
      <form className={forms.form} onSubmit={(event) => void submit(event)}>
        {problem !== null && (
          <p className={forms.problem} role="alert">
            {problem}
          </p>
        )}
        <TextInput
          {...fieldMessages}
          name="name"
          label={t('name')}
          description={t('nameAdvice')}
          maxLength={60}
          autoComplete="off"
          required
          withAsterisk={false}
          data-autofocus
        />
        <Checkbox
          label={t('share')}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
          size="md"
        />
        <div className={forms.actions}>
          <Button variant="default" onClick={onClose}>
            {t('close')}
          </Button>
          <Button type="submit" loading={saving}>
            {t('save')}
          </Button>
        </div>
      </form>
      {own.length > 0 && (
        <section className={classes.own} aria-label={t('own')}>
          <h3>{t('own')}</h3>
          <ul>
            {own.map((view) => (
              <li key={view.id}>
                <span className={classes.name}>{view.name}</span>
                <Switch
                  size="md"
                  label={t('shared')}
                  aria-label={t('sharedName', { name: view.name })}
                  checked={view.shared}
                  onChange={(event) => void send({ ...viewInput(view), shared: event.currentTarget.checked })}
                />
                <Button
                  variant="subtle"
                  color="red.9"
                  aria-label={t('deleteName', { name: view.name })}
                  onClick={() => void drop(view)}
                >
                  {t('delete')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}

const viewInput = ({ id, name, query, shared }: View) => ({ id, name, query, shared });
