'use client';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CloseIcon, PlusIcon } from '../../../components/icons.tsx';
import type { GoodsLine } from './read-request.ts';
import classes from './request.module.css';

const MOST_LINES = 20;

/** The goods of a sample: what, how many, and the amount of the whole line. */
export function GoodsLines({
  lines,
  currency,
  wrong,
  onChange,
  onAdd,
}: {
  lines: readonly GoodsLine[];
  currency: string;
  wrong: (field: string) => string | null;
  onChange: (lines: readonly GoodsLine[]) => void;
  onAdd: () => void;
}) {
  const t = useTranslations('samples.request');
  const change = (key: string, patch: Partial<GoodsLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...patch } : line)));
  return (
    <fieldset className={classes.goods}>
      <legend>{t('goods')}</legend>
      {lines.map((line, index) => (
        <div key={line.key} className={classes.line} data-first={index === 0 || undefined}>
          <TextInput
            label={t('description')}
            aria-label={t('lineField', { field: t('description'), line: index + 1 })}
            value={line.description}
            maxLength={200}
            error={wrong(`${line.key}.description`)}
            onChange={(event) => change(line.key, { description: event.currentTarget.value })}
          />
          <TextInput
            label={t('quantity')}
            aria-label={t('lineField', { field: t('quantity'), line: index + 1 })}
            inputMode="numeric"
            value={line.quantity}
            error={wrong(`${line.key}.quantity`)}
            onChange={(event) => change(line.key, { quantity: event.currentTarget.value })}
          />
          <TextInput
            label={t('amount')}
            aria-label={t('lineField', { field: t('amount'), line: index + 1 })}
            inputMode="decimal"
            autoComplete="off"
            value={line.amount}
            rightSection={<span className={classes.unit}>{currency}</span>}
            rightSectionWidth="3.25rem"
            error={wrong(`${line.key}.amount`)}
            onChange={(event) => change(line.key, { amount: event.currentTarget.value })}
          />
          {lines.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="2.75rem"
              aria-label={t('removeLine', { line: index + 1 })}
              onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
            >
              <CloseIcon />
            </ActionIcon>
          )}
        </div>
      ))}
      {lines.length < MOST_LINES && (
        <Button variant="subtle" leftSection={<PlusIcon />} onClick={onAdd}>
          {t('addLine')}
        </Button>
      )}
    </fieldset>
  );
}
