'use client';
import { useTranslations } from 'next-intl';
import { StatusBadge } from '../../../components/badges.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import type { ProductContentFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { weightText } from '../weight-text.ts';
import classes from './record.module.css';

/** The option table: what of the product can be ordered. What a variant does not say for itself is the product's. */
export function VariantsTable({ product }: { product: ProductContentFragment }) {
  const t = useTranslations('products');
  const formats = useFormats();
  const seesCost = useMay()('money:read');
  const { variants, optionNames } = product;
  if (variants.length === 0) return null;
  const own = (value: number | null, whole: number | null, words: (value: number) => string) => {
    const shown = value ?? whole;
    if (shown === null) return '–';
    return value === null ? <span className={classes.dim}>{words(shown)}</span> : words(shown);
  };
  return (
    <Panel title={t('optionTable')} lead={t('optionTableLead')} flush>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('optionTable')}>
        <table className={classes.table}>
          <thead>
            <tr>
              {optionNames.map((name) => (
                <th key={name} scope="col" dir="auto">
                  {name}
                </th>
              ))}
              <th scope="col">{t('sku')}</th>
              <th scope="col" className={classes.number}>
                {t('moq')}
              </th>
              <th scope="col" className={classes.number}>
                {t('leadTime')}
              </th>
              <th scope="col" className={classes.number}>
                {t('weight')}
              </th>
              {seesCost && (
                <th scope="col" className={classes.number}>
                  {t('cost')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {variants.map((variant) => (
              <tr key={variant.id} data-over={variant.status === 'DISCONTINUED' || undefined}>
                {optionNames.map((name) => (
                  <td key={name} dir="auto">
                    {variant.options.find((option) => option.name === name)?.value ?? '–'}
                  </td>
                ))}
                <th scope="row">
                  <span dir="auto">{variant.sku}</span>
                  {variant.barcode !== null && <span className={classes.sub}>{variant.barcode}</span>}
                  {variant.status === 'DISCONTINUED' && (
                    <StatusBadge tone="neutral">{t('statuses.DISCONTINUED')}</StatusBadge>
                  )}
                </th>
                <td className={classes.number}>{own(variant.moq, product.moq, formats.number)}</td>
                <td className={classes.number}>
                  {own(variant.leadTimeDays, product.leadTimeDays, (count) => t('days', { count }))}
                </td>
                <td className={classes.number}>
                  {own(variant.weightGrams, product.weightGrams, (grams) => weightText(grams, formats.number))}
                </td>
                {seesCost && (
                  <td className={classes.number}>{variant.cost === null ? '–' : formats.money(variant.cost)}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
