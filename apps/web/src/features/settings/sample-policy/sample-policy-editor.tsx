'use client';
import { Button, Switch, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import forms from '../../../components/form.module.css';
import { Panel } from '../../../components/page-frame.tsx';
import { type SamplePolicyRowFragment, SaveSamplePolicyDocument } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import { MovedNotice } from '../moved-notice.tsx';
import classes from '../settings.module.css';
import { useRefusals } from '../use-refusals.ts';
import { WorkedExample } from './worked-example.tsx';
import { type PolicyDraft, type PolicyField, policyDraftOf, readPolicy } from './policy-draft.ts';

const SHARES = [
  ['A', 'shareA'],
  ['B', 'shareB'],
  ['C', 'shareC'],
] as const;

export function SamplePolicyEditor({
  current,
  readOnly,
  onSaved,
}: {
  current: SamplePolicyRowFragment;
  readOnly: boolean;
  onSaved: () => void;
}) {
  const t = useTranslations('settings.samplePolicy');
  const formats = useFormats();
  const { baseCurrency } = useWorkspace();
  const { show } = useToasts();
  const refusals = useRefusals();
  const [save, running] = useAct(SaveSamplePolicyDocument);
  const [base, setBase] = useState(current);
  const [draft, setDraft] = useState(() => policyDraftOf(current));
  const [refused, setRefused] = useState<PolicyField | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (patch: Partial<PolicyDraft>) => {
    setRefused(null);
    setDraft((before) => ({ ...before, ...patch }));
  };
  const dirty = JSON.stringify(draft) !== JSON.stringify(policyDraftOf(base));
  // What one has just saved is newer than what the screen has read.
  const moved = current.version > base.version;
  const take = () => {
    setBase(current);
    setDraft(policyDraftOf(current));
  };
  if (moved && !dirty) take();
  const { policy, wrong } = readPolicy(draft, baseCurrency);
  const error = (field: PolicyField) => (wrong?.includes(field) || refused === field ? t(`wrong.${field}`) : undefined);

  const submit = async () => {
    if (policy === null) return;
    setProblem(null);
    const { data, failure } = await save({ input: { ...policy, basedOn: base.version } });
    if (failure !== null) return setProblem(refusals.ofFailure(failure));
    const result = data.saveSamplePolicy;
    if (result.__typename === 'InvalidField') {
      const known = (['shareA', 'shareB', 'shareC', 'monthlyBudget', 'warnAtPercent'] as const).find((field) =>
        result.field.startsWith(field),
      );
      return known === undefined ? setProblem(t('invalid')) : setRefused(known);
    }
    onSaved();
    if (result.__typename === 'RulesMoved') return undefined;
    setBase(result);
    setDraft(policyDraftOf(result));
    return show({ message: t('saved', { version: result.version }), tone: 'good' });
  };

  const field = (name: keyof PolicyDraft & ('shareA' | 'shareB' | 'shareC' | 'warnAtPercent'), label: string) => (
    <TextInput
      key={name}
      label={label}
      inputMode="numeric"
      autoComplete="off"
      readOnly={readOnly}
      value={draft[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      rightSection={<span className={classes.unit}>%</span>}
      error={error(name)}
    />
  );

  return (
    <>
      <Panel title={t('title')} lead={t('lead')}>
        <div className={classes.stack}>
          <div className={classes.fieldGrid}>{SHARES.map(([grade, name]) => field(name, t('share', { grade })))}</div>
          <Switch
            size="md"
            label={t('courier')}
            description={t('courierAdvice')}
            checked={draft.includeCourier}
            disabled={readOnly}
            onChange={(event) => change({ includeCourier: event.currentTarget.checked })}
          />
          {policy !== null && (
            <WorkedExample
              shares={[policy.shareA, policy.shareB, policy.shareC]}
              includeCourier={policy.includeCourier}
              currency={baseCurrency}
            />
          )}
        </div>
      </Panel>
      <Panel title={t('budget')} lead={t('budgetLead')}>
        <div className={classes.fieldGrid}>
          <TextInput
            label={t('monthlyBudget')}
            description={t('budgetAdvice')}
            inputMode="decimal"
            autoComplete="off"
            readOnly={readOnly}
            value={draft.budget}
            onChange={(event) => change({ budget: event.currentTarget.value })}
            rightSection={<span className={classes.unit}>{baseCurrency}</span>}
            rightSectionWidth="4rem"
            error={error('monthlyBudget')}
          />
          {field('warnAtPercent', t('warnAt'))}
        </div>
      </Panel>
      {moved && dirty && (
        <MovedNotice
          name={current.createdBy?.name ?? t('system')}
          version={current.version}
          onKeep={() => setBase(current)}
          onTake={take}
        />
      )}
      {problem !== null && (
        <p className={forms.problem} role="alert">
          {problem}
        </p>
      )}
      {!readOnly && dirty && (
        <div className={classes.saveBar}>
          <p role="status">{t('frozen')}</p>
          <Button variant="default" onClick={() => setDraft(policyDraftOf(base))}>
            {t('discard')}
          </Button>
          <Button loading={running} disabled={policy === null || moved} onClick={() => void submit()}>
            {t('save', { version: base.version + 1 })}
          </Button>
        </div>
      )}
      {readOnly && <p className={classes.quiet}>{t('readOnly', { at: formats.day(current.createdAt) })}</p>}
    </>
  );
}
