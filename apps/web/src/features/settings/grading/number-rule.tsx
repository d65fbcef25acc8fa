'use client';
import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './grading.module.css';
import type { NumberPath } from './rules-draft.ts';
import { useRuleProblem } from './rule-problem.ts';
import { useRulesForm } from './use-rules-form.ts';

/** One number of the rules, with its unit behind it. */
export function NumberRule({ path, unit = 'points' }: { path: NumberPath; unit?: 'points' | 'percent' | 'details' }) {
  const t = useTranslations('settings.grading');
  const { draft, readOnly, problemsAt, setNumber } = useRulesForm();
  const problem = useRuleProblem();
  const problems = problemsAt(path);
  return (
    <TextInput
      className={classes.number}
      label={t(`fields.${path}`)}
      inputMode="decimal"
      autoComplete="off"
      readOnly={readOnly}
      value={draft.numbers[path]}
      onChange={(event) => setNumber(path, event.currentTarget.value)}
      rightSection={<span className={classes.unit}>{t(`units.${unit}`)}</span>}
      rightSectionWidth="3.5rem"
      error={problems.length > 0 ? problems.map(problem).join(' ') : undefined}
    />
  );
}
