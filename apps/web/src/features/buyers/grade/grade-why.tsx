'use client';
import { useTranslations } from 'next-intl';
import type { GradeExplanationFieldsFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { FactorRow } from './factor-row.tsx';
import { DEDUCTIONS, FACTORS, FACTS } from './grade-facts.ts';
import { knownCode } from '../known-code.ts';
import classes from './grade-why.module.css';
import { scoreSum } from './score-sum.ts';

const CONFIDENCES = ['high', 'medium', 'low'] as const;

/** Why a buyer has this grade: every factor with its points, what they rest on and since when, what was taken off, and what is not known. */
export function GradeWhy({ explanation }: { explanation: GradeExplanationFieldsFragment }) {
  const t = useTranslations('buyers.why');
  const formats = useFormats();
  const confidence = knownCode(CONFIDENCES, explanation.confidence);
  return (
    <div className={classes.why}>
      <p className={classes.sum}>
        <strong>{t('score', { score: formats.number(explanation.score), grade: explanation.computedGrade })}</strong>
        {confidence && <span>{t(`confidence.${confidence}`)}</span>}
      </p>
      {explanation.provisional && <p className={classes.notice}>{t('provisional')}</p>}
      {explanation.heldByHysteresis && <p className={classes.notice}>{t('held')}</p>}
      <ul className={classes.factors} aria-label={t('factorsLabel')}>
        {inOrder(explanation.factors).map((factor) => (
          <FactorRow key={factor.key} factor={factor} currency={explanation.currency} />
        ))}
      </ul>
      {explanation.deductions.length > 0 && (
        <section className={classes.deductions}>
          <h3>{t('deductions')}</h3>
          <ul>
            {explanation.deductions.map(({ key, count, points }) => {
              const code = knownCode(DEDUCTIONS, key);
              return (
                <li key={key}>
                  <span>
                    {code ? t(`deductionNames.${code}`) : key} × {count}
                  </span>
                  <span className={classes.points}>−{formats.number(Math.abs(points))}</span>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      <SumLine explanation={explanation} />
      {explanation.missing.length > 0 && (
        <p className={classes.missing}>
          {t('missing', {
            facts: explanation.missing
              .map((fact) => {
                const code = knownCode(FACTS, fact);
                return code ? t(`facts.${code}`) : fact;
              })
              .join(', '),
          })}
        </p>
      )}
      <p className={classes.rules}>
        {t('rules', { version: explanation.rulesVersion, at: formats.dateTime(explanation.computedAt) })}
      </p>
    </div>
  );
}

/** The points add up to the score, in one line. */
function SumLine({ explanation }: { explanation: GradeExplanationFieldsFragment }) {
  const t = useTranslations('buyers.why');
  const formats = useFormats();
  const sum = scoreSum(explanation);
  return (
    <p className={classes.total}>
      {t('sumLine', {
        sum: formats.number(sum.factors),
        deductions: formats.number(sum.deductions),
        score: formats.number(sum.score),
      })}
      {sum.bounded && <span> {t('bounded')}</span>}
    </p>
  );
}

/** Factors by their weight in the rules, whatever order the log kept them in; unknown ones last. */
function inOrder(factors: GradeExplanationFieldsFragment['factors']) {
  const rank = (key: string) => {
    const index = FACTORS.findIndex((factor) => factor === key);
    return index < 0 ? FACTORS.length : index;
  };
  return [...factors].sort((a, b) => rank(a.key) - rank(b.key));
}
