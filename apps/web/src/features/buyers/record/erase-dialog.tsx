'use client';
import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import forms from '../../../components/form.module.css';
import { type BuyerRecordFieldsFragment, EraseBuyerDocument } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useRefusals } from '../use-refusals.ts';

interface EraseDialogProps {
  buyer: BuyerRecordFieldsFragment;
  onClose: () => void;
  onErased: () => void;
}

/** Cannot be taken back, so the name is typed: whoever erases has looked at whom. */
export function EraseDialog({ buyer, onClose, onErased }: EraseDialogProps) {
  const t = useTranslations('buyers.erase');
  const common = useTranslations('common');
  const refusals = useRefusals();
  const { show } = useToasts();
  const [erase, running] = useAct(EraseBuyerDocument);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== buyer.name.trim()) return setProblem(t('nameDiffers'));
    setProblem(null);
    const { data, failure } = await erase({ input: { buyerId: buyer.id, confirmName: typed.trim() } });
    if (failure) return setProblem(refusals.ofFailure(failure));
    if (data.eraseBuyer.__typename !== 'BuyerErased') return setProblem(refusals.ofRefusal(data.eraseBuyer));
    show({ message: t('erased', { rows: data.eraseBuyer.rows }), tone: 'good' });
    onErased();
    return onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('title', { name: buyer.name })}>
      <form className={forms.form} onSubmit={(event) => void submit(event)} noValidate>
        <div className={forms.text}>
          <p>
            {t('what', {
              contacts: buyer.contacts.length,
              identities: buyer.identities.length,
              consents: buyer.consents.length,
            })}
          </p>
          <p>{t('kept')}</p>
        </div>
        <TextInput
          label={t('typeName', { name: buyer.name })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={problem}
          autoComplete="off"
          required
          data-autofocus
        />
        <div className={forms.actions}>
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" color="red.9" loading={running}>
            {t('act')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
