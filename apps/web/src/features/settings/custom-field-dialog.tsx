'use client';
import { Button, NativeSelect, TextInput, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import forms from '../../components/form.module.css';
import { type CustomFieldKind, type CustomFieldRowFragment, SaveCustomFieldDocument } from '../../generated/graphql.ts';
import { useFieldMessages } from '../../platform/forms/use-field-messages.ts';
import { newId } from '../../platform/graphql/new-id.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { useRefusals } from './use-refusals.ts';

const KINDS = ['TEXT', 'NUMBER', 'DATE', 'CHOICE'] as const satisfies CustomFieldKind[];

/** One choice per line, without empty lines. */
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A new field, or the name and choices of one that exists. */
export function CustomFieldDialog({
  field,
  onClose,
  onSaved,
}: {
  field: CustomFieldRowFragment | null;
  onClose: () => void;
  onSaved: () => void;
}) {
  const t = useTranslations('settings.customFields');
  const common = useTranslations('common');
  const fieldMessages = useFieldMessages();
  const { show } = useToasts();
  const refusals = useRefusals();
  const [save, running] = useAct(SaveCustomFieldDocument);
  const [id] = useState(() => field?.id ?? newId());
  const [name, setName] = useState(field?.name ?? '');
  const [kind, setKind] = useState<CustomFieldKind>(field?.kind ?? 'TEXT');
  const [choices, setChoices] = useState(field?.choices.join('\n') ?? '');
  const [problem, setProblem] = useState<{ at: 'name' | 'choices' | 'form'; text: string } | null>(null);
  const fixedKind = field !== null && field.usedBy > 0;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setProblem(null);
    const { data, failure } = await save({
      input: { id, name: name.trim(), kind, ...(kind === 'CHOICE' && { choices: linesOf(choices) }) },
    });
    if (failure !== null) return setProblem({ at: 'form', text: refusals.ofFailure(failure) });
    const result = data.saveCustomField;
    switch (result.__typename) {
      case 'CustomField':
        onSaved();
        onClose();
        show({ message: t('saved', { name: result.name }), tone: 'good' });
        return undefined;
      case 'NameTaken':
        return setProblem({ at: 'name', text: t('taken') });
      case 'InvalidField':
        return setProblem({
          at: result.field === 'name' || result.field === 'choices' ? result.field : 'form',
          text: t(result.field === 'choices' ? 'invalidChoices' : result.field === 'kind' ? 'kindFixed' : 'invalid'),
        });
      case 'LimitReached':
        return setProblem({ at: 'form', text: t('limit', { limit: result.limit }) });
      default:
        return setProblem({ at: 'form', text: refusals.ofRefusal('NotFound') });
    }
  };

  return (
    <Dialog opened onClose={onClose} title={field === null ? t('add') : t('editOf', { name: field.name })}>
      <form className={forms.form} onSubmit={(event) => void submit(event)}>
        {problem?.at === 'form' && (
          <p className={forms.problem} role="alert">
            {problem.text}
          </p>
        )}
        <TextInput
          {...fieldMessages}
          label={t('name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={60}
          autoComplete="off"
          required
          withAsterisk={false}
          error={problem?.at === 'name' ? problem.text : undefined}
          data-autofocus
        />
        <NativeSelect
          label={t('kind')}
          description={fixedKind ? t('kindFixed') : undefined}
          disabled={fixedKind}
          value={kind}
          data={KINDS.map((each) => ({ value: each, label: t(`kinds.${each}`) }))}
          onChange={(event) => setKind(KINDS.find((each) => each === event.currentTarget.value) ?? 'TEXT')}
        />
        {kind === 'CHOICE' && (
          <Textarea
            label={t('choices')}
            description={t('choicesAdvice')}
            rows={5}
            value={choices}
            onChange={(event) => setChoices(event.currentTarget.value)}
            error={problem?.at === 'choices' ? problem.text : undefined}
          />
        )}
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
