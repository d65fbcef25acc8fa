'use client';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../../components/dialog.tsx';
import forms from '../../../../components/form.module.css';
import { type BuyerRecordFieldsFragment, SaveContactDocument } from '../../../../generated/graphql.ts';
import { newId } from '../../../../platform/graphql/new-id.ts';
import { useAct } from '../../../../platform/graphql/use-act.ts';
import { useFormats } from '../../../../platform/i18n/use-formats.ts';
import { useRefusals } from '../../use-refusals.ts';
import type { Contact } from './contacts-panel.tsx';
import { LANGUAGES } from './languages.ts';

interface ContactDialogProps {
  buyer: BuyerRecordFieldsFragment;
  /** null makes a new one. */
  contact: Contact | null;
  onClose: () => void;
  onSaved: () => void;
}

const FIELDS = ['name', 'email', 'phone'] as const;
const TYPES = { name: 'text', email: 'email', phone: 'tel' } as const;

/** One person to reach. The telephone may be written as in the buyer's own country. */
export function ContactDialog({ buyer, contact, onClose, onSaved }: ContactDialogProps) {
  const t = useTranslations('buyers');
  const common = useTranslations('common');
  const formats = useFormats();
  const refusals = useRefusals();
  const [save, running] = useAct(SaveContactDocument);
  const [id] = useState(() => contact?.id ?? newId());
  const [problem, setProblem] = useState<{ field: string | null; text: string } | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (name: string) => String(form.get(name) ?? '').trim() || null;
    const [name, email, phone] = [read('name'), read('email'), read('phone')];
    if (name === null && email === null && phone === null)
      return setProblem({ field: null, text: t('contact.nothingEntered') });
    setProblem(null);
    const { data, failure } = await save({
      input: { id, buyerId: buyer.id, name, email, phone, language: read('language'), timeZone: read('timeZone') },
    });
    if (failure) return setProblem({ field: null, text: refusals.ofFailure(failure) });
    const result = data.saveContact;
    if (result.__typename !== 'BuyerSaved')
      return setProblem({
        field: result.__typename === 'InvalidField' ? result.field : null,
        text: refusals.ofRefusal(result),
      });
    onSaved();
    return onClose();
  };
  const about = (field: string) => (problem?.field === field ? problem.text : undefined);
  const atField = [...FIELDS, 'language', 'timeZone'].some((field) => field === problem?.field);
  return (
    <Dialog opened onClose={onClose} title={contact ? t('contact.editTitle') : t('contact.add')}>
      <form className={forms.form} onSubmit={(event) => void submit(event)} noValidate>
        {problem && !atField && (
          <p className={forms.problem} role="alert">
            {problem.text}
          </p>
        )}
        {FIELDS.map((field) => (
          <TextInput
            key={field}
            name={field}
            type={TYPES[field]}
            label={t(`contact.${field}`)}
            description={
              field === 'phone'
                ? buyer.country === null
                  ? t('contact.phoneNoCountry')
                  : t('contact.phoneHint')
                : undefined
            }
            defaultValue={contact?.[field] ?? ''}
            error={about(field)}
            autoComplete="off"
            maxLength={200}
            data-autofocus={field === 'name' || undefined}
          />
        ))}
        <NativeSelect
          name="language"
          label={t('language')}
          defaultValue={contact?.language ?? ''}
          error={about('language')}
          data={[
            { value: '', label: t('facts.unknown') },
            ...LANGUAGES.map((code) => ({ value: code as string, label: formats.language(code) })),
          ]}
        />
        <NativeSelect
          name="timeZone"
          label={t('facts.timeZone')}
          defaultValue={contact?.timeZone ?? ''}
          error={about('timeZone')}
          data={[
            { value: '', label: t('facts.unknown') },
            ...Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
          ]}
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
