'use client';
import { Button, Radio, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../../components/dialog.tsx';
import forms from '../../../../components/form.module.css';
import {
  type BuyerRecordFieldsFragment,
  type ConsentPurpose,
  RecordConsentDocument,
} from '../../../../generated/graphql.ts';
import { newId } from '../../../../platform/graphql/new-id.ts';
import { useAct } from '../../../../platform/graphql/use-act.ts';
import { useRefusals } from '../../use-refusals.ts';

interface ConsentDialogProps {
  buyer: BuyerRecordFieldsFragment;
  purpose: ConsentPurpose;
  onClose: () => void;
  onSaved: () => void;
}

/** Records that a buyer agreed or took it back, and how we know. Nothing recorded before is changed. */
export function ConsentDialog({ buyer, purpose, onClose, onSaved }: ConsentDialogProps) {
  const t = useTranslations('buyers.consent');
  const common = useTranslations('common');
  const refusals = useRefusals();
  const [record, running] = useAct(RecordConsentDocument);
  const [id] = useState(newId);
  const standing = buyer.consents.find((each) => each.purpose === purpose && each.current);
  const [granted, setGranted] = useState(!standing?.granted);
  const [source, setSource] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (source.trim() === '') return setProblem(refusals.ofRefusal({ __typename: 'InvalidField', field: 'source' }));
    setProblem(null);
    const { data, failure } = await record({
      input: { id, buyerId: buyer.id, purpose, granted, source: source.trim() },
    });
    if (failure) return setProblem(refusals.ofFailure(failure));
    if (data.recordConsent.__typename !== 'BuyerSaved') return setProblem(refusals.ofRefusal(data.recordConsent));
    onSaved();
    return onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('recordTitle', { purpose: t(`purposes.${purpose}`) })} size="sm">
      <form className={forms.form} onSubmit={(event) => void submit(event)} noValidate>
        <Radio.Group label={t('what')} value={granted ? 'yes' : 'no'} onChange={(value) => setGranted(value === 'yes')}>
          <Radio value="yes" label={t('granted')} my="xs" />
          <Radio value="no" label={t('withdrawn')} my="xs" />
        </Radio.Group>
        <TextInput
          label={t('source')}
          description={t('sourceHint')}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
          error={problem}
          maxLength={300}
          required
          data-autofocus
        />
        <div className={forms.actions}>
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={running}>
            {t('record')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
