'use client';
import { Button, TextInput, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import forms from '../../../components/form.module.css';
import { OverrideSampleShareDocument } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { type SavedSample, useSampleRefusal } from '../use-sample-refusal.ts';
import type { Sample } from '../use-samples.ts';

/** Sets another share than the policy's. The reason stays beside it forever. */
export function ShareDialog({
  sample,
  onClose,
  onSaved,
}: {
  sample: Sample;
  onClose: () => void;
  onSaved: (saved: SavedSample) => void;
}) {
  const t = useTranslations('samples.share');
  const common = useTranslations('common');
  const refusal = useSampleRefusal();
  const [override, running] = useAct(OverrideSampleShareDocument);
  const [share, setShare] = useState(String(sample.buyerSharePercent));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const percent = /^\d{1,3}$/.test(share.trim()) && Number(share) <= 100 ? Number(share) : null;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (percent === null || reason.trim() === '') return;
    const input = { id: sample.id, buyerSharePercent: percent, reason: reason.trim() };
    const { data, failure } = await override({ input });
    const outcome = data?.overrideSampleShare ?? null;
    if (outcome?.__typename === 'SampleSaved') return onSaved(outcome);
    setProblem(refusal(outcome, failure));
  };

  return (
    <Dialog opened onClose={onClose} title={t('title', { name: sample.buyer.name })}>
      <form className={forms.form} noValidate onSubmit={(event) => void submit(event)}>
        <p className={forms.text}>{t('lead', { percent: sample.policySharePercent })}</p>
        {problem !== null && (
          <p className={forms.problem} role="alert">
            {problem}
          </p>
        )}
        <TextInput
          label={t('percent')}
          inputMode="numeric"
          value={share}
          error={tried && percent === null && t('percentWrong')}
          data-autofocus
          onChange={(event) => setShare(event.currentTarget.value)}
        />
        <Textarea
          label={t('reason')}
          description={t('reasonAdvice')}
          value={reason}
          maxLength={500}
          autosize
          minRows={2}
          error={tried && reason.trim() === '' && t('reasonNeeded')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={forms.actions}>
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={running}>
            {t('submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
