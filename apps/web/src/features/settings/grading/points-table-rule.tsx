'use client';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CloseIcon, PlusIcon } from '../../../components/icons.tsx';
import classes from './grading.module.css';
import { type DraftStep, TABLE_UNITS, type TablePath } from './rules-draft.ts';
import { useRuleProblem } from './rule-problem.ts';
import { useRulesForm } from './use-rules-form.ts';

/** A points table: from so much on, so many points. */
export function PointsTableRule({ path }: { path: TablePath }) {
  const t = useTranslations('settings.grading');
  const { draft, readOnly, problemsAt, addStep } = useRulesForm();
  const problem = useRuleProblem();
  const problems = problemsAt(path);
  return (
    <fieldset className={classes.tableRule}>
      <legend>{t(`fields.${path}`)}</legend>
      <p className={classes.advice}>{t(`advice.${path}`)}</p>
      <ol className={classes.steps}>
        {draft.tables[path].map((step, row) => (
          <Step key={step.key} path={path} step={step} row={row} />
        ))}
      </ol>
      {problems.length > 0 && (
        <p className={classes.problem} role="alert">
          {problems.map(problem).join(' ')}
        </p>
      )}
      {!readOnly && (
        <Button variant="subtle" leftSection={<PlusIcon />} onClick={() => addStep(path)}>
          {t('addStep')}
        </Button>
      )}
    </fieldset>
  );
}

function Step({ path, step, row }: { path: TablePath; step: DraftStep; row: number }) {
  const t = useTranslations('settings.grading');
  const { readOnly, currency, problemsAt, setStep, removeStep } = useRulesForm();
  const problem = useRuleProblem();
  const error = (field: 'at' | 'points') => problemsAt(`${path}.${row}.${field}`).map(problem).join(' ') || undefined;
  const whole = problemsAt(`${path}.${row}`).map(problem).join(' ') || undefined;
  const unit = TABLE_UNITS[path];
  const name = t(`fields.${path}`);
  return (
    <li className={classes.step}>
      <TextInput
        aria-label={t('stepAt', { table: name, row: row + 1 })}
        className={classes.stepAt}
        inputMode="decimal"
        autoComplete="off"
        readOnly={readOnly}
        value={step.at}
        onChange={(event) => setStep(path, step.key, { at: event.currentTarget.value })}
        rightSection={<span className={classes.unit}>{unit === 'money' ? currency : t(`units.${unit}`)}</span>}
        rightSectionWidth="4rem"
        error={error('at') ?? whole}
      />
      <span aria-hidden>→</span>
      <TextInput
        aria-label={t('stepPoints', { table: name, row: row + 1 })}
        className={classes.stepPoints}
        inputMode="decimal"
        autoComplete="off"
        readOnly={readOnly}
        value={step.points}
        onChange={(event) => setStep(path, step.key, { points: event.currentTarget.value })}
        rightSection={<span className={classes.unit}>{t('units.points')}</span>}
        rightSectionWidth="3.5rem"
        error={error('points')}
      />
      {!readOnly && (
        <ActionIcon
          variant="subtle"
          color="gray"
          c="inherit"
          size="2.75rem"
          aria-label={t('removeStep', { table: name, row: row + 1 })}
          onClick={() => removeStep(path, step.key)}
        >
          <CloseIcon />
        </ActionIcon>
      )}
    </li>
  );
}
