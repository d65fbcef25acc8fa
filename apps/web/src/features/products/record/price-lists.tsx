'use client';
import { useTranslations } from 'next-intl';
import { StatusBadge } from '../../../components/badges.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import type { ProductContentFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { listsOf } from '../price-lists.ts';
import { useVariantName } from '../use-variant-name.ts';
import classes from './record.module.css';

/** List prices: tiers by quantity, one list for each currency, country and variant that has its own. */
export function PriceLists({ product }: { product: ProductContentFragment }) {
  const t = useTranslations('products');
  const formats = useFormats();
  const variantName = useVariantName(product.variants);
  const lists = listsOf(product.prices);
  return (
    <Panel title={t('prices')}>
      {lists.length === 0 && <p className={classes.unknown}>{t('noPrices')}</p>}
      <div className={classes.priceLists}>
        {lists.map(({ currency, country, variantId, tiers }) => {
          const title = [
            currency,
            country === null ? t('allCountries') : formats.country(country),
            variantName(variantId),
          ].join(' · ');
          return (
            <table key={title} className={classes.tiers}>
              <caption dir="auto">{title}</caption>
              <thead className="visually-hidden">
                <tr>
                  <th scope="col">{t('fromQuantity')}</th>
                  <th scope="col">{t('unitPrice')}</th>
                </tr>
              </thead>
              <tbody>
                {tiers.map(({ id, minQuantity, unitPrice, validUntil, expired }) => (
                  <tr key={id} data-over={expired || undefined}>
                    <th scope="row">{t('fromUnits', { count: formats.number(minQuantity), unit: product.unit })}</th>
                    <td className={classes.number}>
                      {formats.money(unitPrice)}
                      {validUntil !== null && (
                        <span className={classes.sub}>
                          {expired ? (
                            <StatusBadge tone="bad">{t('priceOver', { at: formats.date(validUntil) })}</StatusBadge>
                          ) : (
                            t('validUntil', { at: formats.date(validUntil) })
                          )}
                        </span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          );
        })}
      </div>
    </Panel>
  );
}
