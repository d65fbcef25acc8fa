'use client';
import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import forms from '../../components/form.module.css';
import { Panel } from '../../components/page-frame.tsx';
import { SetExchangeRateDocument } from '../../generated/graphql.ts';
import { useFieldMessages } from '../../platform/forms/use-field-messages.ts';
import { newId } from '../../platform/graphql/new-id.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { todayIn } from '../../platform/time/today-in.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { useWorkspace } from '../../platform/viewer/viewer-provider.tsx';
import classes from './settings.module.css';
import { useRefusals } from './use-refusals.ts';

const FIELDS = ['currency', 'rate', 'onDate'] as const;

/** Sets the rate of one currency for a day; a later rate takes its place from its own day on. */
export function ExchangeRateForm({ onSaved }: { onSaved: () => void }) {
  const t = useTranslations('settings.exchangeRates');
  const { baseCurrency, timeZone } = useWorkspace();
  const fieldMessages = useFieldMessages();
  const { show } = useToasts();
  const refusals = useRefusals();
  const [set, running] = useAct(SetExchangeRateDocument);
  const [id, setId] = useState(newId);
  const [values, setValues] = useState(() => ({ currency: '', rate: '', onDate: todayIn(timeZone, new Date()) }));
  const [problem, setProblem] = useState<{ at: (typeof FIELDS)[number] | 'form'; text: string } | null>(null);
  const change = (patch: Partial<typeof values>) => {
    setProblem(null);
    setValues((before) => ({ ...before, ...patch }));
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const currency = values.currency.trim().toUpperCase();
    const rate = values.rate.replace(/[\s,]/g, '');
    if (!/^[A-Z]{3}$/.test(currency) || currency === baseCurrency)
      return setProblem({ at: 'currency', text: t('invalid.currency', { base: baseCurrency }) });
    if (!/^\d+(\.\d+)?$/.test(rate) || /^0+(\.0+)?$/.test(rate))
      return setProblem({ at: 'rate', text: t('invalid.rate') });
    const { data, failure } = await set({ input: { id, currency, rate, onDate: values.onDate } });
    if (failure !== null) return setProblem({ at: 'form', text: refusals.ofFailure(failure) });
    const result = data.setExchangeRate;
    if (result.__typename === 'InvalidField') {
      const at = FIELDS.find((field) => field === result.field) ?? 'form';
      return setProblem({ at, text: t(`invalid.${at}`, { base: baseCurrency }) });
    }
    setId(newId());
    change({ rate: '' });
    onSaved();
    return show({ message: t('saved', { currency, rate, base: baseCurrency }), tone: 'good' });
  };
  const error = (at: (typeof FIELDS)[number]) => (problem?.at === at ? problem.text : undefined);

  return (
    <Panel title={t('set')} lead={t('setLead', { base: baseCurrency })}>
      <form className={classes.inlineForm} onSubmit={(event) => void submit(event)}>
        {problem?.at === 'form' && (
          <p className={forms.problem} role="alert">
            {problem.text}
          </p>
        )}
        <TextInput
          {...fieldMessages}
          label={t('currency')}
          placeholder="EUR"
          maxLength={3}
          autoComplete="off"
          required
          withAsterisk={false}
          value={values.currency}
          onChange={(event) => change({ currency: event.currentTarget.value })}
          error={error('currency')}
        />
        <TextInput
          {...fieldMessages}
          label={t('rateOf', { currency: values.currency.toUpperCase() || 'EUR', base: baseCurrency })}
          inputMode="decimal"
          autoComplete="off"
          required
          withAsterisk={false}
          value={values.rate}
          onChange={(event) => change({ rate: event.currentTarget.value })}
          error={error('rate')}
        />
        <TextInput
          {...fieldMessages}
          type="date"
          label={t('onDate')}
          required
          withAsterisk={false}
          value={values.onDate}
          onChange={(event) => change({ onDate: event.currentTarget.value })}
          error={error('onDate')}
        />
        <Button type="submit" loading={running}>
          {t('setAct')}
        </Button>
      </form>
    </Panel>
  );
}
