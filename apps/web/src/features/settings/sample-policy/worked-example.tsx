'use client';
import { currencyExponent, splitSampleCost } from '@dangol/crm';
import { useTranslations } from 'next-intl';
import { GradeBadge } from '../../../components/badges.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import classes from '../settings.module.css';

const GRADES = ['A', 'B', 'C'] as const;
/** The example of the rule book, in whole units of the currency: goods 40, courier 30. */
const EXAMPLE = { goods: 40n, courier: 30n };

/** What the policy means for one sample, while it is being typed. */
export function WorkedExample({
  shares,
  includeCourier,
  currency,
}: {
  shares: readonly [a: number, b: number, c: number];
  includeCourier: boolean;
  currency: string;
}) {
  const t = useTranslations('settings.samplePolicy');
  const formats = useFormats();
  const goods = EXAMPLE.goods * oneUnit(currency);
  const courier = EXAMPLE.courier * oneUnit(currency);
  const money = (minor: bigint) => formats.money({ minor: String(minor), currency });
  return (
    <div>
      <p className={classes.strong}>{t('example', { goods: money(goods), courier: money(courier) })}</p>
      <ul className={classes.example}>
        {GRADES.map((grade, at) => {
          const cost = { goodsMinor: goods, courierMinor: courier };
          const { buyerPaysMinor, sellerPaysMinor } = splitSampleCost(cost, shares[at] ?? 0, includeCourier);
          return (
            <li key={grade}>
              <GradeBadge grade={grade} size="sm" />
              <span>{t('exampleRow', { buyer: money(buyerPaysMinor), seller: money(sellerPaysMinor) })}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const oneUnit = (currency: string): bigint => 10n ** BigInt(currencyExponent(currency));
