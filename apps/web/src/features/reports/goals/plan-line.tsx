'use client';
import { useTranslations } from 'next-intl';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import classes from './goals.module.css';

/** The exact product of a plan and its gap to the target: never rounded, because the gap is what is looked at. */
export function PlanLine({
  productMinor,
  targetMinor,
  gapMinor,
  currency,
  buyersNeeded,
}: {
  productMinor: bigint;
  /** Null while none is typed. */
  targetMinor: bigint | null;
  gapMinor: bigint;
  currency: string;
  buyersNeeded: number | null;
}) {
  const t = useTranslations('reports.goals');
  const formats = useFormats();
  const money = (minor: bigint) => formats.money({ minor: String(minor), currency });
  return (
    <dl className={classes.plan}>
      <div>
        <dt>{t('planProduct')}</dt>
        <dd>{money(productMinor)}</dd>
      </div>
      <div>
        <dt>{t('target')}</dt>
        <dd>{targetMinor === null ? '–' : money(targetMinor)}</dd>
      </div>
      <div data-short={(targetMinor !== null && gapMinor > 0n) || undefined}>
        <dt>{t(gapMinor < 0n ? 'surplus' : 'gap')}</dt>
        <dd>{targetMinor === null ? '–' : money(gapMinor < 0n ? -gapMinor : gapMinor)}</dd>
      </div>
      {buyersNeeded !== null && targetMinor !== null && (
        <div>
          <dt>{t('buyersNeeded')}</dt>
          <dd>{t('buyersCount', { count: buyersNeeded })}</dd>
        </div>
      )}
    </dl>
  );
}
