'use client';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CloseIcon, PlusIcon } from '../../../components/icons.tsx';
import { newId } from '../../../platform/graphql/new-id.ts';
import { useMay, useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import classes from './edit.module.css';
import { newVariant } from './product-draft.ts';
import { Section } from './section.tsx';
import type { ProductForm } from './use-product-form.ts';
import { VariantCard } from './variant-card.tsx';

const MOST_OPTIONS = 5;
const MOST_VARIANTS = 300;

/** The option table: by what the variants differ, and each of them. */
export function VariantsSection({ form }: { form: ProductForm }) {
  const t = useTranslations('products');
  const { baseCurrency } = useWorkspace();
  const seesCost = useMay()('money:read');
  const { draft, changeRow, addRow, removeRow, wrong, rowProblems } = form;
  const used = wrong('variants');
  return (
    <Section id="variants" title={t('optionTable')} lead={t('variantsLead')}>
      <fieldset className={classes.rows}>
        <legend>{t('optionNames')}</legend>
        <div className={classes.optionNames}>
          {draft.options.map(({ key, name }, index) => (
            <span key={key} className={classes.optionName}>
              <TextInput
                aria-label={t('rowField', { field: t('optionName'), row: index + 1 })}
                placeholder={t('optionNameHint')}
                dir="auto"
                autoComplete="off"
                maxLength={60}
                value={name}
                error={wrong(`${key}.name`)}
                onChange={(event) => changeRow('options', key, { name: event.currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="2.75rem"
                aria-label={t('removeRow', { what: name || t('rowField', { field: t('optionName'), row: index + 1 }) })}
                onClick={() => removeRow('options', key)}
              >
                <CloseIcon />
              </ActionIcon>
            </span>
          ))}
          {draft.options.length < MOST_OPTIONS && (
            <Button
              variant="subtle"
              leftSection={<PlusIcon />}
              onClick={() => addRow('options', { key: newId(), name: '' })}
            >
              {t('addOption')}
            </Button>
          )}
        </div>
      </fieldset>
      {used && (
        <p className={classes.problem} role="alert">
          {used}
        </p>
      )}
      {draft.variants.map((variant, index) => (
        <VariantCard
          key={variant.key}
          variant={variant}
          row={index + 1}
          options={draft.options}
          seesCost={seesCost}
          problems={rowProblems(variant.key)}
          changeRow={changeRow}
          removeRow={removeRow}
        />
      ))}
      {draft.variants.length < MOST_VARIANTS && (
        <Button
          variant="default"
          className={classes.add}
          leftSection={<PlusIcon />}
          onClick={() => addRow('variants', newVariant(baseCurrency))}
        >
          {t('addVariant')}
        </Button>
      )}
    </Section>
  );
}
