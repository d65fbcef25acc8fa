'use client';
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CloseIcon, PlusIcon } from '../../../components/icons.tsx';
import { useCountryChoices } from '../../buyers/index.ts';
import { useVariantName } from '../use-variant-name.ts';
import classes from './edit.module.css';
import { currenciesWith } from './offered-codes.ts';
import { type PriceListDraft, type TierDraft, newTier } from './product-draft.ts';
import type { ProductForm } from './use-product-form.ts';

/** One price list: for whom it holds, and its tiers. */
export function PriceListCard({ form, list, row }: { form: ProductForm; list: PriceListDraft; row: number }) {
  const t = useTranslations('products');
  const countries = useCountryChoices();
  const { draft, changeRow, removeRow, wrong } = form;
  const variants = draft.variants.map(({ key, sku, values }) => ({
    id: key,
    sku,
    options: draft.options.map((option) => ({ value: values[option.key] ?? '' })),
  }));
  const variantName = useVariantName(variants);
  const change = (patch: Partial<PriceListDraft>) => changeRow('lists', list.key, patch);
  const changeTier = (key: string, patch: Partial<TierDraft>) =>
    change({ tiers: list.tiers.map((tier) => (tier.key === key ? { ...tier, ...patch } : tier)) });
  const known = list.variantId === '' || variants.some(({ id }) => id === list.variantId);
  const field = (label: string, tier: number) => t('tierField', { field: label, tier, list: row });
  return (
    <fieldset className={classes.card}>
      <legend className="visually-hidden">{t('listRow', { row })}</legend>
      <div className={classes.cardGrid}>
        <NativeSelect
          label={t('currency')}
          aria-label={t('rowField', { field: t('currency'), row })}
          value={list.currency}
          data={currenciesWith(list.currency)}
          onChange={(event) => change({ currency: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('country')}
          aria-label={t('rowField', { field: t('country'), row })}
          value={list.country}
          data={[{ value: '', label: t('allCountries') }, ...countries]}
          onChange={(event) => change({ country: event.currentTarget.value })}
        />
        {(variants.length > 0 || !known) && (
          <NativeSelect
            label={t('variant')}
            aria-label={t('rowField', { field: t('variant'), row })}
            value={list.variantId}
            error={list.tiers.map(({ key }) => wrong(`${key}.variantId`)).find(Boolean)}
            data={[
              { value: '', label: t('allVariants') },
              ...(known ? [] : [{ value: list.variantId, label: t('goneVariant') }]),
              ...variants.map(({ id, sku }) => ({ value: id, label: variantName(id) || sku || '–' })),
            ]}
            onChange={(event) => change({ variantId: event.currentTarget.value })}
          />
        )}
      </div>
      <div className={classes.tiers}>
        {list.tiers.map(({ key, minQuantity, unitPrice, validUntil }, index) => (
          <div key={key} className={classes.tierRow}>
            <TextInput
              label={t('fromQuantity')}
              aria-label={field(t('fromQuantity'), index + 1)}
              inputMode="numeric"
              autoComplete="off"
              value={minQuantity}
              error={wrong(`${key}.minQuantity`)}
              rightSection={<span className={classes.unit}>{draft.unit}</span>}
              rightSectionWidth="3.5rem"
              onChange={(event) => changeTier(key, { minQuantity: event.currentTarget.value })}
            />
            <TextInput
              label={t('unitPrice')}
              aria-label={field(t('unitPrice'), index + 1)}
              inputMode="decimal"
              autoComplete="off"
              value={unitPrice}
              error={wrong(`${key}.unitPriceMinor`)}
              rightSection={<span className={classes.unit}>{list.currency}</span>}
              rightSectionWidth="3.5rem"
              onChange={(event) => changeTier(key, { unitPrice: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('validUntilLabel')}
              aria-label={field(t('validUntilLabel'), index + 1)}
              value={validUntil}
              error={wrong(`${key}.validUntil`)}
              onChange={(event) => changeTier(key, { validUntil: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="2.75rem"
              aria-label={t('removeTier', { tier: index + 1, list: row })}
              onClick={() => change({ tiers: list.tiers.filter((tier) => tier.key !== key) })}
            >
              <CloseIcon />
            </ActionIcon>
          </div>
        ))}
      </div>
      <div className={classes.cardFoot}>
        <Button
          variant="subtle"
          leftSection={<PlusIcon />}
          onClick={() => change({ tiers: [...list.tiers, newTier()] })}
        >
          {t('addTier')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          aria-label={t('removeRow', { what: t('listRow', { row }) })}
          onClick={() => removeRow('lists', list.key)}
        >
          {t('takeOut')}
        </Button>
      </div>
    </fieldset>
  );
}
