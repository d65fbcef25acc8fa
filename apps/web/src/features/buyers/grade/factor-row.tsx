'use client';
import { useTranslations } from 'next-intl';
import type { GradeExplanationFieldsFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { FACTORS, FACTS, SOURCES, readFact } from './grade-facts.ts';
import { knownCode } from '../known-code.ts';
import { MoneyText } from '../money-text.tsx';
import classes from './grade-why.module.css';

type Factor = GradeExplanationFieldsFragment['factors'][number];
type Input = Factor['inputs'][number];

/** One factor: its share of the points as a bar and in numbers, and the facts behind it. Unknown is labelled, never drawn as zero. */
export function FactorRow({ factor, currency }: { factor: Factor; currency: string }) {
  const t = useTranslations('buyers.why');
  const formats = useFormats();
  const code = knownCode(FACTORS, factor.key);
  const share = factor.max > 0 ? Math.min(100, (factor.points / factor.max) * 100) : 0;
  return (
    <li className={classes.factor}>
      <div className={classes.factorTop}>
        <span className={classes.factorName}>{code ? t(`factors.${code}`) : factor.key}</span>
        {!factor.known && <span className={classes.unknown}>{t('unknown')}</span>}
        <span className={classes.points}>
          {formats.number(factor.points)}/{formats.number(factor.max)}
        </span>
      </div>
      <div className={classes.bar} data-known={factor.known || undefined} aria-hidden>
        <div style={{ width: `${share}%` }} />
      </div>
      {factor.inputs.length > 0 && (
        <ul className={classes.inputs}>
          {factor.inputs.map((input) => (
            <FactLine key={input.key} input={input} currency={currency} />
          ))}
        </ul>
      )}
    </li>
  );
}

function FactLine({ input, currency }: { input: Input; currency: string }) {
  const t = useTranslations('buyers.why');
  const formats = useFormats();
  const code = knownCode(FACTS, input.key);
  const source = knownCode(SOURCES, input.source);
  const origin = [source ? t(`sources.${source}`) : null, input.asOf === null ? null : formats.day(input.asOf)]
    .filter(Boolean)
    .join(', ');
  return (
    <li>
      <span>
        {code ? t(`facts.${code}`) : input.key}:{' '}
        {!input.known ? (
          <span className={classes.unknown}>{t('unknown')}</span>
        ) : (
          <FactValueText input={input} currency={currency} />
        )}
        {origin !== '' && <span className={classes.origin}>{origin}</span>}
      </span>
      <span className={classes.points}>{t('points', { points: formats.number(input.points) })}</span>
    </li>
  );
}

function FactValueText({ input, currency }: { input: Input; currency: string }) {
  const t = useTranslations('buyers.why');
  const formats = useFormats();
  const value = readFact(input.key, input.value);
  switch (value.kind) {
    case 'money':
      return formats.money({ minor: value.minor, currency });
    case 'hidden':
      return <MoneyText money={null} />;
    case 'answer':
      return t(value.yes ? 'yes' : 'no');
    case 'number':
      return input.key === 'quantityPerMoq'
        ? t('timesMoq', { value: formats.number(value.value) })
        : formats.number(value.value);
    case 'businessType':
      return t(`businessTypes.${value.code}`);
    case 'details':
      return value.codes.map((detail) => t(`details.${detail}`)).join(', ');
    case 'text':
      return value.text === '' ? t('nothing') : value.text;
  }
}
