'use client';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import forms from '../../../components/form.module.css';
import { CreateBuyerDocument } from '../../../generated/graphql.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useMay, useWorkspace, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { useCountryChoices } from '../use-country-choices.ts';
import { useRefusals } from '../use-refusals.ts';
import { useFilterChoices } from './use-filter-choices.ts';

const FIELDS = ['name', 'company', 'email', 'phone'] as const;
const TYPES = { name: 'text', company: 'text', email: 'email', phone: 'tel' } as const;

/** A buyer met outside the channels: at a fair, by telephone. Opens its page when saved. */
export function NewBuyerDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('buyers');
  const common = useTranslations('common');
  const refusals = useRefusals();
  const router = useRouter();
  const href = useWorkspaceHref();
  const may = useMay();
  const { memberId } = useWorkspace();
  const countries = useCountryChoices();
  const { owners } = useFilterChoices();
  const [create, running] = useAct(CreateBuyerDocument);
  const [id] = useState(newId);
  const [problem, setProblem] = useState<{ field: string | null; text: string } | null>(null);
  const contacts = may('contact:read');

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (name: string) => String(form.get(name) ?? '').trim() || null;
    const name = read('name');
    if (name === null) return setProblem({ field: 'name', text: t('refusals.invalid.name') });
    setProblem(null);
    const { data, failure } = await create({
      input: {
        id,
        name,
        company: read('company'),
        country: read('country'),
        email: read('email'),
        phone: read('phone'),
        ownerId: read('ownerId'),
      },
    });
    if (failure) return setProblem({ field: null, text: refusals.ofFailure(failure) });
    const result = data.createBuyer;
    if (result.__typename === 'BuyerSaved') {
      onClose();
      return router.push(href('buyers', result.buyer.id));
    }
    const field = result.__typename === 'InvalidField' ? result.field : null;
    return setProblem({ field, text: refusals.ofRefusal(result) });
  };
  const shownAtField = [...FIELDS, 'country', 'ownerId'].some((field) => field === problem?.field);
  const about = (field: string) => (problem?.field === field ? problem.text : undefined);
  return (
    <Dialog opened onClose={onClose} title={t('newBuyer.title')}>
      <form className={forms.form} onSubmit={(event) => void submit(event)} noValidate>
        {problem && !shownAtField && (
          <p className={forms.problem} role="alert">
            {problem.text}
          </p>
        )}
        {FIELDS.filter((field) => contacts || field === 'name' || field === 'company').map((field) => (
          <TextInput
            key={field}
            name={field}
            type={TYPES[field]}
            label={t(`newBuyer.${field}`)}
            description={field === 'phone' ? t('contact.phoneHint') : undefined}
            error={about(field)}
            autoComplete="off"
            maxLength={200}
            required={field === 'name'}
            data-autofocus={field === 'name' || undefined}
          />
        ))}
        <NativeSelect
          name="country"
          label={t('country')}
          error={about('country')}
          data={[{ value: '', label: t('facts.unknown') }, ...countries]}
        />
        {owners.length > 0 && (
          <NativeSelect
            name="ownerId"
            label={t('owner')}
            error={about('ownerId')}
            defaultValue={owners.some((owner) => owner.id === memberId) ? memberId : ''}
            data={[
              { value: '', label: t('noOwnerYet') },
              ...owners.map((owner) => ({ value: owner.id, label: owner.name })),
            ]}
          />
        )}
        <div className={forms.actions}>
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={running}>
            {t('newBuyer.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
