'use client';
import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import classes from './edit.module.css';
import { currenciesWith } from './offered-codes.ts';
import type { OptionDraft, VariantDraft } from './product-draft.ts';
import { type ProductForm, useRowWords } from './use-product-form.ts';

/** One variant; what is left empty is the product's. */
export const VariantCard = memo(function VariantCard({
  variant,
  row,
  options,
  seesCost,
  problems,
  changeRow,
  removeRow,
}: {
  variant: VariantDraft;
  /** Place in the table, from 1. */
  row: number;
  options: readonly OptionDraft[];
  seesCost: boolean;
  problems: string;
} & Pick<ProductForm, 'changeRow' | 'removeRow'>) {
  const t = useTranslations('products');
  const wrong = useRowWords(problems);
  const { key, values } = variant;
  const change = (patch: Partial<VariantDraft>) => changeRow('variants', key, patch);
  const named = (field: string) => t('rowField', { field, row });
  const number = (field: 'moq' | 'leadTimeDays' | 'weightGrams', label: string) => (
    <TextInput
      label={label}
      aria-label={named(label)}
      inputMode="numeric"
      autoComplete="off"
      value={variant[field]}
      error={wrong(field)}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset className={classes.card}>
      <legend className="visually-hidden">{t('variantRow', { row })}</legend>
      <div className={classes.cardGrid}>
        {options.map((option, at) => (
          <TextInput
            key={option.key}
            label={option.name || t('optionName')}
            aria-label={named(option.name || t('optionName'))}
            dir="auto"
            autoComplete="off"
            maxLength={150}
            value={values[option.key] ?? ''}
            error={at === 0 ? wrong('options') : Boolean(wrong('options')) && (values[option.key] ?? '').trim() === ''}
            onChange={(event) => change({ values: { ...values, [option.key]: event.currentTarget.value } })}
          />
        ))}
        <TextInput
          label={t('sku')}
          aria-label={named(t('sku'))}
          autoComplete="off"
          maxLength={100}
          value={variant.sku}
          error={wrong('sku')}
          onChange={(event) => change({ sku: event.currentTarget.value })}
        />
        {number('moq', t('moq'))}
        {number('leadTimeDays', t('leadTimeDays'))}
        {number('weightGrams', t('weightGrams'))}
        {seesCost && (
          <>
            <TextInput
              label={t('cost')}
              aria-label={named(t('cost'))}
              inputMode="decimal"
              autoComplete="off"
              value={variant.cost}
              error={wrong('cost')}
              onChange={(event) => change({ cost: event.currentTarget.value })}
            />
            <NativeSelect
              label={t('costCurrency')}
              aria-label={named(t('costCurrency'))}
              value={variant.costCurrency}
              data={currenciesWith(variant.costCurrency)}
              onChange={(event) => change({ costCurrency: event.currentTarget.value })}
            />
          </>
        )}
        <TextInput
          label={t('barcode')}
          aria-label={named(t('barcode'))}
          autoComplete="off"
          maxLength={100}
          value={variant.barcode}
          error={wrong('barcode')}
          onChange={(event) => change({ barcode: event.currentTarget.value })}
        />
      </div>
      <div className={classes.cardFoot}>
        <Switch
          size="md"
          label={t('discontinued')}
          checked={variant.discontinued}
          onChange={(event) => change({ discontinued: event.currentTarget.checked })}
        />
        <Button
          variant="subtle"
          color="gray"
          aria-label={t('removeRow', { what: t('variantRow', { row }) })}
          onClick={() => removeRow('variants', key)}
        >
          {t('takeOut')}
        </Button>
      </div>
    </fieldset>
  );
});
