'use client';
import { findAssignmentRulesProblem } from '@dangol/crm';
import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { StatusBadge } from '../../../components/badges.tsx';
import forms from '../../../components/form.module.css';
import { Panel } from '../../../components/page-frame.tsx';
import { type AssignmentRulesRowFragment, SaveAssignmentRulesDocument } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { MovedNotice } from '../moved-notice.tsx';
import classes from '../settings.module.css';
import { useRefusals } from '../use-refusals.ts';
import {
  type AssignmentDraft,
  type DraftRule,
  GRADES,
  type Grade,
  MINUTES,
  assignmentDraftOf,
  readAssignment,
  targetSum,
} from './assignment-draft.ts';
import { GradeRule } from './grade-rule.tsx';
import { useAssignmentProblem } from './use-assignment-problem.ts';

export function AssignmentEditor({
  current,
  roles,
  readOnly,
  onSaved,
}: {
  current: AssignmentRulesRowFragment;
  roles: readonly string[];
  readOnly: boolean;
  onSaved: () => void;
}) {
  const t = useTranslations('settings.assignment');
  const formats = useFormats();
  const { show } = useToasts();
  const refusals = useRefusals();
  const problemText = useAssignmentProblem();
  const [save, running] = useAct(SaveAssignmentRulesDocument);
  const [base, setBase] = useState(current);
  const [draft, setDraft] = useState<AssignmentDraft>(() => assignmentDraftOf(current));
  const [refused, setRefused] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (next: (before: AssignmentDraft) => AssignmentDraft) => {
    setRefused(null);
    setDraft(next);
  };
  const setRule = (grade: Grade, patch: Partial<DraftRule>) =>
    change((before) => ({ ...before, grades: { ...before.grades, [grade]: { ...before.grades[grade], ...patch } } }));

  const input = readAssignment(draft);
  const dirty = JSON.stringify(input) !== JSON.stringify(readAssignment(assignmentDraftOf(base)));
  const [a, b, c] = input.grades;
  const found = a && b && c ? findAssignmentRulesProblem({ ...input, grades: { A: a, B: b, C: c } }, roles) : null;
  const wrong = refused ?? found?.path ?? null;
  // What one has just saved is newer than what the screen has read.
  const moved = current.version > base.version;
  const take = () => {
    setBase(current);
    setDraft(assignmentDraftOf(current));
  };
  if (moved && !dirty) take();

  const submit = async () => {
    setProblem(null);
    const { data, failure } = await save({ input: { ...input, basedOn: base.version } });
    if (failure !== null) return setProblem(refusals.ofFailure(failure));
    const result = data.saveAssignmentRules;
    if (result.__typename === 'InvalidField') return setRefused(result.field);
    onSaved();
    if (result.__typename === 'RulesMoved') return undefined;
    setBase(result);
    setDraft(assignmentDraftOf(result));
    return show({ message: t('saved', { version: result.version }), tone: 'good' });
  };
  const sum = targetSum(draft);

  return (
    <>
      <Panel title={t('title')} lead={t('lead')} flush>
        {GRADES.map((grade) => (
          <GradeRule
            key={grade}
            grade={grade}
            rule={draft.grades[grade]}
            roles={roles}
            readOnly={readOnly}
            problem={wrong?.startsWith(`grades.${grade}`) ? problemText(wrong) : null}
            onChange={(patch) => setRule(grade, patch)}
          />
        ))}
        <p className={classes.counted} role="status">
          <StatusBadge tone={sum === 100 ? 'good' : 'bad'}>
            {sum === 100 ? t('sumGood') : t('sumBad', { sum: formats.number(sum) })}
          </StatusBadge>
        </p>
      </Panel>
      <Panel title={t('minutes')} lead={t('minutesLead')}>
        <div className={classes.fieldGrid}>
          {MINUTES.map((field) => (
            <TextInput
              key={field}
              label={t(`fields.${field}`)}
              inputMode="numeric"
              autoComplete="off"
              readOnly={readOnly}
              value={draft.numbers[field]}
              onChange={(event) => {
                const typed = event.currentTarget.value;
                change((before) => ({ ...before, numbers: { ...before.numbers, [field]: typed } }));
              }}
              rightSection={
                <span className={classes.unit}>{t(field === 'defaultCapacity' ? 'unitBuyers' : 'unitMinutes')}</span>
              }
              rightSectionWidth="4.5rem"
              error={wrong === field ? problemText(wrong) : undefined}
            />
          ))}
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
      <p className={classes.quiet}>
        {t('by', {
          version: current.version,
          name: current.createdBy?.name ?? t('system'),
          at: formats.dateTime(current.createdAt),
        })}
      </p>
      {!readOnly && dirty && (
        <div className={classes.saveBar}>
          <p role="status">{wrong === null ? t('applies') : problemText(wrong)}</p>
          <Button variant="default" onClick={() => setDraft(assignmentDraftOf(base))}>
            {t('discard')}
          </Button>
          <Button loading={running} disabled={wrong !== null || moved} onClick={() => void submit()}>
            {t('save', { version: base.version + 1 })}
          </Button>
        </div>
      )}
    </>
  );
}
