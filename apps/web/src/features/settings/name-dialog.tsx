'use client';
import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import forms from '../../components/form.module.css';
import { useFieldMessages } from '../../platform/forms/use-field-messages.ts';

/** Asks for one name. A refusal stands at the field, and what was typed stays. */
export function NameDialog({
  title,
  label,
  initial,
  maxLength,
  onSave,
  onClose,
}: {
  title: string;
  label: string;
  initial: string;
  maxLength: number;
  /** Answers why it was refused, or null. */
  onSave: (name: string) => Promise<string | null>;
  onClose: () => void;
}) {
  const common = useTranslations('common');
  const fieldMessages = useFieldMessages();
  const [name, setName] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const [running, setRunning] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setRunning(true);
    setProblem(await onSave(name.trim()));
    setRunning(false);
  };
  return (
    <Dialog opened onClose={onClose} title={title} size="sm">
      <form className={forms.form} onSubmit={(event) => void submit(event)}>
        <TextInput
          {...fieldMessages}
          label={label}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setProblem(null);
          }}
          maxLength={maxLength}
          autoComplete="off"
          required
          withAsterisk={false}
          error={problem}
          data-autofocus
        />
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
