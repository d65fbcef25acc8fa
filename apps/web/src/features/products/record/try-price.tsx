'use client';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { Panel } from '../../../components/page-frame.tsx';
import { FailureState } from '../../../components/states.tsx';
import {
  type ProductPriceTryQuery,
  type ProductRecordFragment,
  ProductPriceTryDocument,
} from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import { useCountryChoices } from '../../buyers/index.ts';
import { readCount } from '../read-count.ts';
import { useVariantName } from '../use-variant-name.ts';
import classes from './record.module.css';

type Quote = NonNullable<ProductPriceTryQuery['product']>['quote'];

/** What so many would cost a buyer, and why: the price as drafts and quotations compute it. */
export function TryPrice({ product }: { product: ProductRecordFragment }) {
  const t = useTranslations('products');
  const { baseCurrency } = useWorkspace();
  const countries = useCountryChoices();
  const variantName = useVariantName(product.variants);
  const currencies = [...new Set([...product.prices.map(({ currency }) => currency), baseCurrency])];
  const offered = product.variants.filter(({ status }) => status === 'ACTIVE');
  const [quantity, setQuantity] = useState(String(product.moq ?? 1));
  const [currency, setCurrency] = useState(
    product.prices.some((price) => price.currency === baseCurrency) ? baseCurrency : (currencies[0] ?? baseCurrency),
  );
  const [country, setCountry] = useState('');
  const [variantId, setVariantId] = useState('');
  const count = readCount(quantity);
  const asked = useDeferredValue(
    JSON.stringify({
      id: product.id,
      quantity: count ?? 1,
      currency,
      country: country || null,
      variantId: variantId || null,
    }),
  );
  const query = useScreenQuery(ProductPriceTryDocument, JSON.parse(asked), {
    pause: count === null || count < 1,
    keepPrevious: true,
    refreshOn: ({ subjectId }) => subjectId === product.id,
  });
  const quote = query.data?.product?.quote ?? null;
  return (
    <Panel title={t('tryPrice')} lead={t('tryPriceLead')}>
      <div className={classes.tryFields}>
        <TextInput
          label={t('quantityLabel')}
          inputMode="numeric"
          autoComplete="off"
          value={quantity}
          error={count === null || count < 1 ? t('wrong.wholeNumber') : undefined}
          onChange={(event) => setQuantity(event.currentTarget.value)}
          rightSection={<span className={classes.unitMark}>{product.unit}</span>}
          rightSectionWidth="4rem"
        />
        <NativeSelect
          label={t('currency')}
          value={currency}
          data={currencies}
          onChange={(event) => setCurrency(event.currentTarget.value)}
        />
        {offered.length > 0 && (
          <NativeSelect
            label={t('variant')}
            value={variantId}
            data={[
              { value: '', label: t('anyVariant') },
              ...offered.map(({ id }) => ({ value: id, label: variantName(id) })),
            ]}
            onChange={(event) => setVariantId(event.currentTarget.value)}
          />
        )}
        <NativeSelect
          label={t('country')}
          value={country}
          data={[{ value: '', label: t('anyCountry') }, ...countries]}
          onChange={(event) => setCountry(event.currentTarget.value)}
        />
      </div>
      {query.failure && <FailureState failure={query.failure} onRetry={query.reload} compact />}
      <div className={classes.answer} role="status">
        {quote && count !== null && <Answer quote={quote} product={product} quantity={count} />}
      </div>
    </Panel>
  );
}

function Answer({ quote, product, quantity }: { quote: Quote; product: ProductRecordFragment; quantity: number }) {
  const t = useTranslations('products');
  const formats = useFormats();
  const variantName = useVariantName(product.variants);
  const { unitPrice, total, tier, problem, moq, leadTimeDays } = quote;
  return (
    <>
      {problem !== null && (
        <p className={classes.warning}>
          {t(`quoteProblems.${problem}`, { moq: moq === null ? '' : formats.number(moq), unit: product.unit })}
        </p>
      )}
      {unitPrice && total && (
        <p className={classes.total}>
          {t('quoted', {
            unitPrice: formats.money(unitPrice),
            quantity: formats.number(quantity),
            total: formats.money(total),
          })}
        </p>
      )}
      {tier && (
        <p className={classes.dim}>
          {t('because', {
            list: [
              tier.currency,
              tier.country === null ? t('allCountries') : formats.country(tier.country),
              variantName(tier.variantId),
            ].join(' · '),
            from: t('fromUnits', { count: formats.number(tier.minQuantity), unit: product.unit }),
            version: quote.version,
          })}
        </p>
      )}
      {leadTimeDays !== null && <p className={classes.dim}>{t('readyIn', { days: leadTimeDays })}</p>}
    </>
  );
}
