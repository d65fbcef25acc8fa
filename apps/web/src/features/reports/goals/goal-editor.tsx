'use client';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import forms from '../../../components/form.module.css';
import { Panel } from '../../../components/page-frame.tsx';
import { GoalOwnersDocument, type GoalRowFragment, SaveGoalDocument } from '../../../generated/graphql.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { todayIn } from '../../../platform/time/today-in.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useMay, useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import { useFailureText } from '../../../platform/graphql/use-failure-text.ts';
import {
  COUNTED,
  type GoalDraft,
  type GoalField,
  fieldOfPath,
  goalDraftOf,
  newGoalDraft,
  planOf,
  readGoal,
} from './goal-draft.ts';
import classes from './goals.module.css';
import { GroupFields } from './group-fields.tsx';
import { PlanLine } from './plan-line.tsx';

/** The planner: what is typed is multiplied out at once, to the last cent. */
export function GoalEditor({
  goal,
  onClose,
  onSaved,
}: {
  goal: GoalRowFragment | null;
  onClose: () => void;
  onSaved: () => void;
}) {
  const t = useTranslations('reports.goals');
  const common = useTranslations('common');
  const may = useMay();
  const { baseCurrency, timeZone } = useWorkspace();
  const { show } = useToasts();
  const failureText = useFailureText();
  const owners = useScreenQuery(GoalOwnersDocument, {}, { pause: !may('member:read') });
  const [save, running] = useAct(SaveGoalDocument);
  const [id] = useState(() => goal?.id ?? newId());
  const [draft, setDraft] = useState<GoalDraft>(() =>
    goal === null ? newGoalDraft(baseCurrency, todayIn(timeZone, new Date()).slice(0, 4)) : goalDraftOf(goal),
  );
  const [wrong, setWrong] = useState<readonly GoalField[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (patch: Partial<GoalDraft>) => {
    setWrong([]);
    setDraft((before) => ({ ...before, ...patch }));
  };
  const planned = planOf(draft);
  const error = (field: GoalField) => (wrong.includes(field) ? t(`wrong.${kindOf(field)}`) : undefined);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setProblem(null);
    const read = readGoal(id, draft);
    if (read.input === null) return setWrong(read.wrong);
    const { data, failure } = await save({ input: read.input });
    if (failure !== null) return setProblem(failureText(failure));
    const result = data.saveGoal;
    if (result.__typename === 'NotFound') return setProblem(t('gone'));
    if (result.__typename === 'InvalidField') {
      const field = fieldOfPath(result.field, read.input);
      return field === null ? setProblem(t('invalid')) : setWrong([field]);
    }
    onSaved();
    onClose();
    return show({ message: t('saved', { name: result.name }), tone: 'good' });
  };

  return (
    <Panel title={goal === null ? t('add') : t('editOf', { name: goal.name })}>
      <form className={classes.editor} noValidate onSubmit={(event) => void submit(event)}>
        {problem !== null && (
          <p className={forms.problem} role="alert">
            {problem}
          </p>
        )}
        <div className={classes.fields}>
          <TextInput
            label={t('name')}
            maxLength={80}
            autoComplete="off"
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            error={error('name')}
          />
          <TextInput
            label={t('year')}
            inputMode="numeric"
            autoComplete="off"
            value={draft.year}
            onChange={(event) => change({ year: event.currentTarget.value })}
            error={error('year')}
          />
          <TextInput
            label={t('target')}
            inputMode="decimal"
            autoComplete="off"
            value={draft.target}
            onChange={(event) => change({ target: event.currentTarget.value })}
            error={error('target')}
          />
          <TextInput
            label={t('currency')}
            maxLength={3}
            autoComplete="off"
            value={draft.currency}
            onChange={(event) => change({ currency: event.currentTarget.value.toUpperCase() })}
            error={error('currency')}
          />
          <TextInput
            type="date"
            label={t('dueOn')}
            value={draft.dueOn}
            onChange={(event) => change({ dueOn: event.currentTarget.value })}
            error={error('dueOn')}
          />
          <NativeSelect
            label={t('owner')}
            value={draft.ownerId}
            onChange={(event) => change({ ownerId: event.currentTarget.value })}
            data={[
              { value: '', label: t('noOwner') },
              ...(owners.data?.members ?? [])
                .filter(({ status }) => status !== 'removed')
                .map((member) => ({ value: member.id, label: member.name })),
            ]}
            error={error('ownerId')}
          />
        </div>
        <NativeSelect
          label={t('countedLabel')}
          description={t('countedNote')}
          value={draft.counted}
          onChange={(event) =>
            change({ counted: COUNTED.find((each) => each === event.currentTarget.value) ?? 'ORDERED' })
          }
          data={COUNTED.map((each) => ({ value: each, label: t(`counted.${each}`) }))}
        />
        <GroupFields
          draft={draft}
          productOf={planned?.productOf ?? {}}
          error={error}
          onChange={(groups) => change({ groups })}
        />
        {planned !== null && (
          <div role="status">
            <PlanLine
              productMinor={planned.plan.productMinor}
              targetMinor={planned.targetMinor}
              gapMinor={planned.plan.gapMinor}
              currency={draft.currency}
              buyersNeeded={planned.plan.buyersNeeded === null ? null : Number(planned.plan.buyersNeeded)}
            />
          </div>
        )}
        <div className={forms.actions}>
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={running}>
            {common('save')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

/** The sentence that a field's problem needs. */
function kindOf(field: GoalField) {
  if (field === 'groups' || !field.startsWith('groups.'))
    return field as Exclude<GoalField, `groups.${string}.${string}`>;
  return field.endsWith('buyers') ? 'buyers' : 'average';
}
