'use client';
import { Button, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import forms from '../../../components/form.module.css';
import { AdvanceSampleDocument } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { type SavedSample, useSampleRefusal } from '../use-sample-refusal.ts';
import type { Sample } from '../use-samples.ts';
import { OrderChoice } from './order-choice.tsx';

const LONGEST = 1_000;

/** Ends a step that needs words: what the buyer said, which order it led to, or why it is dropped. */
export function StageDialog({
  sample,
  to,
  onClose,
  onSaved,
}: {
  sample: Sample;
  to: 'FEEDBACK' | 'CONVERTED' | 'DROPPED';
  onClose: () => void;
  onSaved: (saved: SavedSample) => void;
}) {
  const t = useTranslations('samples.ask');
  const common = useTranslations('common');
  const refusal = useSampleRefusal();
  const [advance, running] = useAct(AdvanceSampleDocument);
  const [words, setWords] = useState('');
  const [orderId, setOrderId] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const detail =
      to === 'CONVERTED' ? { orderId } : to === 'FEEDBACK' ? { result: words.trim() } : { reason: words.trim() };
    if (to === 'CONVERTED' && orderId === null) return setProblem(t('CONVERTED.needed'));
    if (to !== 'CONVERTED' && words.trim() === '') return setProblem(t(`${to}.needed`));
    const { data, failure } = await advance({ input: { id: sample.id, to, ...detail } });
    const outcome = data?.advanceSample ?? null;
    if (outcome?.__typename === 'SampleSaved') return onSaved(outcome);
    return setProblem(refusal(outcome, failure));
  };

  return (
    <Dialog opened onClose={onClose} title={t(`${to}.title`, { name: sample.buyer.name })}>
      <form className={forms.form} onSubmit={(event) => void submit(event)}>
        {problem !== null && (
          <p className={forms.problem} role="alert">
            {problem}
          </p>
        )}
        {to === 'CONVERTED' ? (
          <OrderChoice buyerId={sample.buyer.id} value={orderId} onChange={setOrderId} />
        ) : (
          <Textarea
            label={t(`${to}.label`)}
            description={to === 'FEEDBACK' ? t('FEEDBACK.goal', { test: sample.successTest }) : t('DROPPED.advice')}
            value={words}
            maxLength={LONGEST}
            autosize
            minRows={3}
            data-autofocus
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
        <div className={forms.actions}>
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" color={to === 'DROPPED' ? 'red.9' : undefined} loading={running}>
            {t(`${to}.submit`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
