'use client';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';

/** How a fact is entered. */
export type RowInputKind =
  | { readonly kind: 'text' | 'number' | 'date' | 'url' | 'money'; readonly maxLength?: number; readonly hint?: string }
  | { readonly kind: 'lines'; readonly maxLength: number }
  | { readonly kind: 'choice'; readonly choices: readonly { readonly value: string; readonly label: string }[] };

interface RowInputProps {
  id: string;
  label: string;
  input: RowInputKind;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
  onEscape: () => void;
}

const TYPES = { text: 'text', number: 'number', date: 'date', url: 'url', money: 'text' } as const;

/** The input of one fact. Esc leaves it as it was. */
export function RowInput({ id, label, input, value, error, onChange, onEscape }: RowInputProps) {
  const t = useTranslations('buyers.facts');
  const shared = {
    id,
    label,
    error,
    autoFocus: true,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.nativeEvent.isComposing) onEscape();
    },
  };
  switch (input.kind) {
    case 'choice':
      return (
        <NativeSelect
          {...shared}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          data={[
            { value: '', label: t('unknown') },
            // What is stored stays choosable, also when it is no longer among the choices.
            ...(value !== '' && !input.choices.some((choice) => choice.value === value)
              ? [{ value, label: value }]
              : []),
            ...input.choices,
          ]}
        />
      );
    case 'lines':
      return (
        <Textarea
          {...shared}
          rows={3}
          maxLength={input.maxLength}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'text':
    case 'number':
    case 'date':
    case 'url':
    case 'money':
      return (
        <TextInput
          {...shared}
          type={TYPES[input.kind]}
          inputMode={input.kind === 'money' ? 'decimal' : undefined}
          step={input.kind === 'number' ? 'any' : undefined}
          maxLength={input.maxLength ?? 200}
          description={input.hint}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
