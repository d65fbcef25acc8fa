'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import classes from './board.module.css';
import type { Column } from './lay-board.ts';

/** What all buyers of a column paid: in their currencies, and as one total with rate and date; a currency without a rate is named. */
export function ColumnSum({ column, baseCurrency }: { column: Column; baseCurrency: string }) {
  const t = useTranslations('pipeline');
  const formats = useFormats();
  // A rate may be far below one; what counts is its leading figures.
  const rates = new Intl.NumberFormat(useLocale(), { maximumSignificantDigits: 6 });
  const { sums, converted } = column;
  const total = converted?.total ?? sums[0];
  const mixed = sums.some(({ currency }) => currency !== baseCurrency);
  return (
    <>
      {total && !mixed && (
        <p className={classes.sum} title={t('sumTitle')}>
          <span className="visually-hidden">{t('sumTitle')} </span>
          {formats.money(total)}
        </p>
      )}
      {total && mixed && (
        <details className={classes.sums}>
          <summary title={t('sumTitle')}>
            <span className="visually-hidden">{t('sumTitle')} </span>
            <span aria-hidden>≈</span>
            {formats.money(total)}
          </summary>
          <dl>
            {sums.map((sum) => (
              <div key={sum.currency}>
                <dt>{sum.currency}</dt>
                <dd>{formats.money(sum)}</dd>
              </div>
            ))}
          </dl>
          {converted?.rates
            .filter(({ currency }) => currency !== total.currency)
            .map(({ currency, rate, onDate }) => (
              <p key={currency}>
                {t('rate', {
                  from: currency,
                  rate: rates.format(Number(rate)),
                  to: total.currency,
                  date: formats.date(onDate),
                })}
              </p>
            ))}
          {converted && converted.missing.length > 0 && (
            <p className={classes.missing}>{t('ratesMissing', { currencies: converted.missing.join(', ') })}</p>
          )}
          <p>{t('sumText')}</p>
        </details>
      )}
    </>
  );
}
