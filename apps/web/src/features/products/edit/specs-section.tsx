'use client';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CloseIcon, PlusIcon } from '../../../components/icons.tsx';
import { newId } from '../../../platform/graphql/new-id.ts';
import classes from './edit.module.css';
import { Section } from './section.tsx';
import type { ProductForm } from './use-product-form.ts';

const MOST = 100;

/** The specification, line by line: what the assistant answers questions from. */
export function SpecsSection({ form: { draft, changeRow, addRow, removeRow, wrong } }: { form: ProductForm }) {
  const t = useTranslations('products');
  return (
    <Section id="specs" title={t('specs')} lead={t('specsLead')}>
      {draft.specs.map(({ key, name, value }, index) => (
        <div key={key} className={classes.specRow}>
          <TextInput
            aria-label={t('rowField', { field: t('specName'), row: index + 1 })}
            placeholder={t('specNameHint')}
            autoComplete="off"
            dir="auto"
            maxLength={250}
            value={name}
            error={wrong(`${key}.name`)}
            onChange={(event) => changeRow('specs', key, { name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t('rowField', { field: t('specValue'), row: index + 1 })}
            placeholder={t('specValueHint')}
            autoComplete="off"
            dir="auto"
            maxLength={1000}
            value={value}
            error={wrong(`${key}.value`)}
            onChange={(event) => changeRow('specs', key, { value: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="2.75rem"
            aria-label={t('removeRow', { what: name || t('rowField', { field: t('specName'), row: index + 1 }) })}
            onClick={() => removeRow('specs', key)}
          >
            <CloseIcon />
          </ActionIcon>
        </div>
      ))}
      {draft.specs.length < MOST && (
        <Button
          variant="default"
          className={classes.add}
          leftSection={<PlusIcon />}
          onClick={() => addRow('specs', { key: newId(), name: '', value: '' })}
        >
          {t('addSpec')}
        </Button>
      )}
    </Section>
  );
}
