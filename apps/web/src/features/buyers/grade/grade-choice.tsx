'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { BuyerGrade } from '../../../generated/graphql.ts';
import classes from './grade-choice.module.css';

const GRADES = ['A', 'B', 'C'] as const;

/** One of the three grades. */
export function GradeChoice({
  value,
  onChange,
  error,
}: {
  value: BuyerGrade | null;
  onChange: (grade: BuyerGrade) => void;
  error: string | undefined;
}) {
  const t = useTranslations('buyers');
  const id = useId();
  return (
    <fieldset className={classes.choice} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{t('override.newGrade')}</legend>
      <div className={classes.options}>
        {GRADES.map((grade) => (
          <label key={grade}>
            <input
              type="radio"
              name={id}
              checked={value === grade}
              onChange={() => onChange(grade)}
              data-autofocus={grade === (value ?? 'A') || undefined}
            />
            {t('gradeIs', { grade })}
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className={classes.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
