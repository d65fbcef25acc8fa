'use client';
import { useTranslations } from 'next-intl';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import classes from './samples.module.css';
import type { Sample } from './use-samples.ts';

/** What the sample consists of, what it costs, and who pays: by the grade and policy of the day it was requested. */
export function CostLines({ sample }: { sample: Sample }) {
  const t = useTranslations('samples');
  const formats = useFormats();
  const amount = (money: Sample['cost']) => (money === null ? t('hidden') : formats.money(money));
  const overridden = sample.overrideReason !== null;
  return (
    <div className={classes.costs}>
      <table>
        <caption className="visually-hidden">{t('costs')}</caption>
        <tbody>
          {sample.items.map((item, index) => (
            <tr key={index}>
              <th scope="row" dir="auto">
                {item.description} <span className={classes.times}>× {formats.number(item.quantity)}</span>
              </th>
              <td>{amount(item.amount)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('courier')}</th>
            <td>{amount(sample.courier)}</td>
          </tr>
          <tr className={classes.total}>
            <th scope="row">{t('cost')}</th>
            <td>{amount(sample.cost)}</td>
          </tr>
          <tr className={classes.pays}>
            <th scope="row">{t('buyerPays', { percent: sample.buyerSharePercent })}</th>
            <td>{amount(sample.buyerPays)}</td>
          </tr>
          <tr>
            <th scope="row">{t('sellerPays')}</th>
            <td>{amount(sample.sellerPays)}</td>
          </tr>
        </tbody>
      </table>
      <p className={classes.frozen}>
        {sample.gradeAtRequest === null
          ? t('frozenUngraded', { policy: sample.policyVersion })
          : t('frozen', {
              grade: sample.gradeAtRequest,
              policy: sample.policyVersion,
              rules: sample.gradingRulesVersion ?? 0,
            })}
      </p>
      {overridden && (
        <p className={classes.override}>
          {t('overridden', {
            from: sample.policySharePercent,
            to: sample.buyerSharePercent,
            name: sample.overriddenBy?.name ?? t('someone'),
            at: sample.overriddenAt === null ? '' : formats.day(sample.overriddenAt),
          })}
          <q dir="auto">{sample.overrideReason}</q>
        </p>
      )}
    </div>
  );
}
