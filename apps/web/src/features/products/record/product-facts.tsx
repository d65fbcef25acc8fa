'use client';
import { useTranslations } from 'next-intl';
import { Panel } from '../../../components/page-frame.tsx';
import type { ProductContentFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { weightText } from '../weight-text.ts';
import classes from './record.module.css';

/** What holds for the product as a whole; what is not known says so, because a buyer will ask. */
export function ProductFacts({ product }: { product: ProductContentFragment }) {
  const t = useTranslations('products');
  const formats = useFormats();
  const { moq, leadTimeDays, weightGrams, originCountry, hsCode, launchedOn, names, description } = product;
  const facts: [label: string, value: string | null][] = [
    [t('moq'), moq === null ? null : t('quantity', { count: formats.number(moq), unit: product.unit })],
    [t('leadTime'), leadTimeDays === null ? null : t('days', { count: leadTimeDays })],
    [t('weight'), weightGrams === null ? null : weightText(weightGrams, formats.number)],
    [t('unit'), product.unit],
    [t('origin'), originCountry === null ? null : formats.country(originCountry)],
    [t('hsCode'), hsCode],
    [t('launchedOn'), launchedOn === null ? null : formats.date(launchedOn)],
  ];
  return (
    <Panel title={t('facts')}>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{value ?? <span className={classes.unknown}>{t('unknown')}</span>}</dd>
          </div>
        ))}
        {names.length > 1 &&
          names.map(({ language, name }) => (
            <div key={language}>
              <dt>{t('nameIn', { language: formats.language(language) })}</dt>
              <dd dir="auto" lang={language}>
                {name}
              </dd>
            </div>
          ))}
      </dl>
      {description !== null && (
        <p className={classes.description} dir="auto">
          {description}
        </p>
      )}
    </Panel>
  );
}
