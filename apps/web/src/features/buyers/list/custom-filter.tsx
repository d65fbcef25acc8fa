'use client';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import classes from './buyers.module.css';
import { type CustomCondition, type Operator, needsValue, operatorsOf } from './custom-conditions.ts';
import type { FilterChoices } from './use-filter-choices.ts';

interface CustomFilterProps {
  fields: FilterChoices['fields'];
  onAdd: (condition: CustomCondition) => void;
}

/** Builds one condition on a field of the team's own: field, how to compare, with what. */
export function CustomFilter({ fields, onAdd }: CustomFilterProps) {
  const t = useTranslations('buyers.filter');
  const [fieldId, setFieldId] = useState('');
  const [chosen, setChosen] = useState<Operator | null>(null);
  const [value, setValue] = useState('');
  const field = fields.find(({ id }) => id === fieldId) ?? null;
  const operators = field ? operatorsOf(field.kind) : [];
  const operator = operators.find((each) => each === chosen) ?? operators[0] ?? null;
  const typed = value.trim();
  const ready = field !== null && operator !== null && (!needsValue(operator) || typed !== '');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    onAdd({ fieldId: field.id, operator, value: needsValue(operator) ? typed : '' });
    setValue('');
  };
  return (
    <form className={classes.customFilter} onSubmit={submit} aria-label={t('custom')}>
      <NativeSelect
        label={t('custom')}
        value={fieldId}
        onChange={(event) => {
          setFieldId(event.currentTarget.value);
          setValue('');
        }}
        data={[{ value: '', label: t('chooseField') }, ...fields.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      {field && operator && (
        <>
          <NativeSelect
            label={t('operator')}
            value={operator}
            onChange={(event) => setChosen(operators.find((each) => each === event.currentTarget.value) ?? null)}
            data={operators.map((each) => ({ value: each, label: t(`operators.${each}`) }))}
          />
          {needsValue(operator) &&
            (field.kind === 'CHOICE' ? (
              <NativeSelect
                label={t('value')}
                value={value}
                onChange={(event) => setValue(event.currentTarget.value)}
                data={[{ value: '', label: t('chooseValue') }, ...field.choices]}
              />
            ) : (
              <TextInput
                label={t('value')}
                type={field.kind === 'NUMBER' ? 'number' : field.kind === 'DATE' ? 'date' : 'text'}
                step="any"
                maxLength={200}
                value={value}
                onChange={(event) => setValue(event.currentTarget.value)}
              />
            ))}
          <Button type="submit" variant="default" disabled={!ready}>
            {t('add')}
          </Button>
        </>
      )}
    </form>
  );
}
