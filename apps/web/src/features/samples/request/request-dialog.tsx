'use client';
import { Button, NativeSelect, Radio, TextInput, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import forms from '../../../components/form.module.css';
import { type SampleKind, RequestSampleDocument } from '../../../generated/graphql.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { type SavedSample, useSampleRefusal } from '../use-sample-refusal.ts';
import { BuyerPicker, type PickedBuyer } from './buyer-picker.tsx';
import { GoodsLines } from './goods-lines.tsx';
import { QuoteLine } from './quote-line.tsx';
import { type GoodsLine, readCost, requestProblems } from './read-request.ts';
import classes from './request.module.css';
import { useProblemWords } from './use-problem-words.ts';

const CURRENCIES = ['USD', 'EUR', 'JPY', 'CNY', 'GBP', 'KRW'] as const;
const LONGEST = 1_000;
const newLine = (): GoodsLine => ({ key: newId(), description: '', quantity: '1', amount: '' });

interface Props {
  /** Given by the address: the buyer's page asks for a sample of its buyer. */
  buyerId: string | null;
  conversationId: string | null;
  onClose: () => void;
  onSaved: (saved: SavedSample) => void;
}

/** Asks for a sample: for whom, what must it prove, what does it cost; and at once who pays what by the buyer's grade. */
export function RequestDialog({ buyerId, conversationId, onClose, onSaved }: Props) {
  const t = useTranslations('samples.request');
  const common = useTranslations('common');
  const words = useProblemWords();
  const refusal = useSampleRefusal();
  const [request, running] = useAct(RequestSampleDocument);
  const [id] = useState(newId);
  const [buyer, setBuyer] = useState<PickedBuyer | null>(null);
  const [kind, setKind] = useState<SampleKind>('EVALUATION');
  const [text, setText] = useState({
    lines: [newLine()] as readonly GoodsLine[],
    courier: '',
    currency: 'USD',
    purpose: '',
    successTest: '',
  });
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (patch: Partial<typeof text>) => setText((before) => ({ ...before, ...patch }));
  const problems = tried ? requestProblems(text) : new Map<string, never>();
  const wrong = (field: string) => words(problems.get(field), text.currency);
  const cost = readCost(text);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const form = event.currentTarget;
    if (buyer === null || cost === null || requestProblems(text).size > 0) {
      // Once the faults are drawn, the first of them gets the focus.
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const items = text.lines.map(({ description, quantity, amount }) => ({
      description: description.trim(),
      quantity: Number(quantity),
      amountMinor: String(readCost({ lines: [{ key: '', description, quantity, amount }], courier: '', currency: text.currency })?.goodsMinor ?? 0n), // prettier-ignore
    }));
    const { data, failure } = await request({
      input: {
        id,
        buyerId: buyer.id,
        conversationId,
        kind,
        items,
        courierMinor: String(cost.courierMinor),
        currency: text.currency,
        purpose: text.purpose.trim(),
        successTest: text.successTest.trim(),
      },
    });
    const outcome = data?.requestSample ?? null;
    if (outcome?.__typename === 'SampleSaved') return onSaved(outcome);
    setProblem(refusal(outcome, failure));
  };

  return (
    <Dialog opened onClose={onClose} title={t('title')} size="lg">
      <form className={forms.form} noValidate onSubmit={(event) => void submit(event)}>
        <BuyerPicker
          initialId={buyerId}
          picked={buyer}
          onPick={setBuyer}
          error={tried && buyer === null ? t('buyerNeeded') : null}
        />
        <Textarea
          label={t('purpose')}
          data-autofocus={buyerId === null ? undefined : true}
          placeholder={t('purposeExample')}
          value={text.purpose}
          maxLength={LONGEST}
          autosize
          minRows={2}
          error={wrong('purpose')}
          onChange={(event) => change({ purpose: event.currentTarget.value })}
        />
        <TextInput
          label={t('successTest')}
          placeholder={t('successExample')}
          value={text.successTest}
          maxLength={LONGEST}
          error={wrong('successTest')}
          onChange={(event) => change({ successTest: event.currentTarget.value })}
        />
        <Radio.Group
          label={t('kind')}
          value={kind}
          onChange={(chosen) => setKind(chosen === 'GROWTH' ? 'GROWTH' : 'EVALUATION')}
        >
          <div className={classes.kinds}>
            <Radio value="EVALUATION" size="md" label={t('kinds.EVALUATION')} />
            <Radio value="GROWTH" size="md" label={t('kinds.GROWTH')} />
          </div>
        </Radio.Group>
        <GoodsLines
          lines={text.lines}
          currency={text.currency}
          wrong={wrong}
          onChange={(lines) => change({ lines })}
          onAdd={() => change({ lines: [...text.lines, newLine()] })}
        />
        <div className={classes.money}>
          <TextInput
            label={t('courier')}
            inputMode="decimal"
            autoComplete="off"
            value={text.courier}
            rightSection={<span className={classes.unit}>{text.currency}</span>}
            rightSectionWidth="3.25rem"
            error={wrong('courier')}
            onChange={(event) => change({ courier: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('currency')}
            value={text.currency}
            data={[...CURRENCIES]}
            onChange={(event) => change({ currency: event.currentTarget.value })}
          />
        </div>
        <QuoteLine buyer={buyer} kind={kind} cost={cost} currency={text.currency} />
        {problem !== null && (
          <p className={forms.problem} role="alert">
            {problem}
          </p>
        )}
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
