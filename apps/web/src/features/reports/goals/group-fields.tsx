'use client';
import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { GradeBadge } from '../../../components/badges.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { GRADES, type GoalDraft, type GoalField, type Grade } from './goal-draft.ts';
import classes from './goals.module.css';

/** Buyers times average order value, one line per grade. */
export function GroupFields({
  draft,
  productOf,
  error,
  onChange,
}: {
  draft: GoalDraft;
  productOf: Readonly<Partial<Record<Grade, bigint>>>;
  error: (field: GoalField) => string | undefined;
  onChange: (groups: GoalDraft['groups']) => void;
}) {
  const t = useTranslations('reports.goals');
  const formats = useFormats();
  const set = (grade: Grade, patch: Partial<GoalDraft['groups'][Grade]>) =>
    onChange({ ...draft.groups, [grade]: { ...draft.groups[grade], ...patch } });
  const missing = error('groups');
  return (
    <fieldset className={classes.groups}>
      <legend>{t('groups')}</legend>
      {GRADES.map((grade) => {
        const product = productOf[grade];
        return (
          <div key={grade} className={classes.group}>
            <GradeBadge grade={grade} />
            <TextInput
              aria-label={t('buyersOf', { grade })}
              placeholder={t('buyersPlanned')}
              inputMode="numeric"
              autoComplete="off"
              value={draft.groups[grade].buyers}
              onChange={(event) => set(grade, { buyers: event.currentTarget.value })}
              error={error(`groups.${grade}.buyers`)}
            />
            <span aria-hidden>×</span>
            <TextInput
              aria-label={t('averageOf', { grade })}
              placeholder={t('averagePlanned')}
              inputMode="decimal"
              autoComplete="off"
              value={draft.groups[grade].average}
              onChange={(event) => set(grade, { average: event.currentTarget.value })}
              rightSection={<span className={classes.dim}>{draft.currency}</span>}
              rightSectionWidth="4rem"
              error={error(`groups.${grade}.average`)}
            />
            <span aria-hidden>=</span>
            <output className={classes.product}>
              {product === undefined ? '–' : formats.money({ minor: String(product), currency: draft.currency })}
            </output>
          </div>
        );
      })}
      {missing !== undefined && (
        <p className={classes.problem} role="alert">
          {missing}
        </p>
      )}
    </fieldset>
  );
}
