'use client';
import { ActionIcon, Button, NativeSelect, TextInput, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CloseIcon, PlusIcon } from '../../../components/icons.tsx';
import { ProductCategoriesDocument } from '../../../generated/graphql.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useCountryChoices } from '../../buyers/index.ts';
import { STATUSES } from '../list/products-url.ts';
import classes from './edit.module.css';
import { languagesWith } from './offered-codes.ts';
import { Section } from './section.tsx';
import type { ProductForm } from './use-product-form.ts';

const MOST_NAMES = 20;
/** So that fields with a hint and those without stand in one line. */
const HINT_BELOW: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'error', 'description'];

/** What holds for the product as a whole. */
export function FactsSection({ form }: { form: ProductForm }) {
  const t = useTranslations('products');
  const countries = useCountryChoices();
  const { draft, change, wrong } = form;
  const categories = useScreenQuery(ProductCategoriesDocument, {});
  const line = (field: 'code' | 'category' | 'unit' | 'hsCode', label: string, description?: string) => (
    <TextInput
      label={label}
      description={description}
      inputWrapperOrder={HINT_BELOW}
      required={field === 'code' || field === 'unit'}
      autoComplete="off"
      maxLength={200}
      value={draft[field]}
      error={wrong(field)}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
      {...(field === 'category' && { list: 'product-categories' })}
    />
  );
  const number = (field: 'moq' | 'leadTimeDays' | 'weightGrams', label: string, unit: string) => (
    <TextInput
      label={label}
      inputMode="numeric"
      autoComplete="off"
      value={draft[field]}
      error={wrong(field)}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
      rightSection={<span className={classes.unit}>{unit}</span>}
      rightSectionWidth="3.5rem"
    />
  );
  return (
    <Section id="facts" title={t('facts')}>
      <Names form={form} />
      <div className={classes.grid}>
        {line('code', t('code'), t('codeHint'))}
        {line('category', t('category'))}
        {line('unit', t('unit'), t('unitHint'))}
        <NativeSelect
          label={t('status')}
          value={draft.status}
          onChange={(event) =>
            change({ status: STATUSES.find((each) => each === event.currentTarget.value) ?? draft.status })
          }
          data={STATUSES.map((status) => ({ value: status, label: t(`statuses.${status}`) }))}
        />
        {number('moq', t('moq'), draft.unit)}
        {number('leadTimeDays', t('leadTime'), t('dayUnit'))}
        {number('weightGrams', t('weight'), 'g')}
        <NativeSelect
          label={t('origin')}
          value={draft.originCountry}
          data={[{ value: '', label: t('unknown') }, ...countries]}
          onChange={(event) => change({ originCountry: event.currentTarget.value })}
        />
        {line('hsCode', t('hsCode'), t('hsCodeHint'))}
        <TextInput
          type="date"
          label={t('launchedOn')}
          description={t('launchedOnHint')}
          inputWrapperOrder={HINT_BELOW}
          value={draft.launchedOn}
          error={wrong('launchedOn')}
          onChange={(event) => change({ launchedOn: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={t('description')}
        autosize
        minRows={3}
        maxRows={12}
        value={draft.description}
        error={wrong('description')}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <datalist id="product-categories">
        {categories.data?.productCategories.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </Section>
  );
}

function Names({ form: { draft, changeRow, addRow, removeRow, wrong } }: { form: ProductForm }) {
  const t = useTranslations('products');
  const formats = useFormats();
  const free = languagesWith('en').find((language) => !draft.names.some((name) => name.language === language));
  return (
    <fieldset className={classes.rows}>
      <legend>{t('names')}</legend>
      {draft.names.map(({ key, language, name }, index) => (
        <div key={key} className={classes.nameRow}>
          <NativeSelect
            aria-label={t('rowField', { field: t('language'), row: index + 1 })}
            value={language}
            error={wrong(`${key}.language`)}
            data={languagesWith(language).map((code) => ({ value: code, label: formats.language(code) }))}
            onChange={(event) => changeRow('names', key, { language: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t('nameIn', { language: formats.language(language) })}
            placeholder={t('nameIn', { language: formats.language(language) })}
            dir="auto"
            lang={language}
            autoComplete="off"
            maxLength={250}
            value={name}
            error={wrong(`${key}.name`)}
            onChange={(event) => changeRow('names', key, { name: event.currentTarget.value })}
          />
          {draft.names.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="2.75rem"
              aria-label={t('removeRow', { what: t('nameIn', { language: formats.language(language) }) })}
              onClick={() => removeRow('names', key)}
            >
              <CloseIcon />
            </ActionIcon>
          )}
        </div>
      ))}
      {free !== undefined && draft.names.length < MOST_NAMES && (
        <Button
          variant="subtle"
          leftSection={<PlusIcon />}
          onClick={() => addRow('names', { key: newId(), language: free, name: '' })}
        >
          {t('addName')}
        </Button>
      )}
    </fieldset>
  );
}
