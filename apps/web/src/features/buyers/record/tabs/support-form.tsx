'use client';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import forms from '../../../../components/form.module.css';
import { LogSupportDocument, type SupportKind } from '../../../../generated/graphql.ts';
import { newId } from '../../../../platform/graphql/new-id.ts';
import { useAct } from '../../../../platform/graphql/use-act.ts';
import { todayIn } from '../../../../platform/time/today-in.ts';
import { useNow } from '../../../../platform/time/use-now.ts';
import { useWorkspace } from '../../../../platform/viewer/viewer-provider.tsx';
import { useRefusals } from '../../use-refusals.ts';
import classes from '../buyer-page.module.css';
import { givenAt } from './given-at.ts';

const KINDS = ['GUIDE', 'ADVICE', 'GIFT', 'SAMPLE'] as const satisfies readonly SupportKind[];

/** Logs what was given. The day may lie back: it is often written down later. */
export function SupportForm({
  buyerId,
  onDone,
  onCancel,
}: {
  buyerId: string;
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useTranslations('buyers.growth');
  const common = useTranslations('common');
  const refusals = useRefusals();
  const { timeZone } = useWorkspace();
  const now = useNow();
  const [log, running] = useAct(LogSupportDocument);
  const [id] = useState(newId);
  const [kind, setKind] = useState<SupportKind>('GUIDE');
  const [what, setWhat] = useState('');
  const [day, setDay] = useState('');
  const [problem, setProblem] = useState<{ field: string; text: string } | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (what.trim() === '')
      return setProblem({ field: 'what', text: refusals.ofRefusal({ __typename: 'InvalidField', field: 'what' }) });
    setProblem(null);
    const { data, failure } = await log({
      input: { id, buyerId, kind, what: what.trim(), givenAt: givenAt(day, timeZone, new Date()) },
    });
    if (failure) return setProblem({ field: 'what', text: refusals.ofFailure(failure) });
    const result = data.logSupport;
    if (result.__typename === 'BuyerSaved') return onDone();
    return setProblem({
      field: result.__typename === 'InvalidField' && result.field === 'givenAt' ? 'givenAt' : 'what',
      text: refusals.ofRefusal(result),
    });
  };
  return (
    <form className={classes.supportForm} onSubmit={(event) => void submit(event)} noValidate>
      <NativeSelect
        label={t('kind')}
        value={kind}
        onChange={(event) => setKind(KINDS.find((each) => each === event.currentTarget.value) ?? 'GUIDE')}
        data={KINDS.map((each) => ({ value: each, label: t(`kinds.${each}`) }))}
      />
      <TextInput
        label={t('what')}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
        error={problem?.field === 'what' ? problem.text : undefined}
        maxLength={500}
        autoFocus
        required
      />
      <TextInput
        type="date"
        label={t('day')}
        description={t('dayHint')}
        value={day}
        max={todayIn(timeZone, now)}
        onChange={(event) => setDay(event.currentTarget.value)}
        error={problem?.field === 'givenAt' ? problem.text : undefined}
      />
      <div className={forms.actions}>
        <Button variant="default" onClick={onCancel}>
          {common('cancel')}
        </Button>
        <Button type="submit" loading={running}>
          {common('save')}
        </Button>
      </div>
    </form>
  );
}
