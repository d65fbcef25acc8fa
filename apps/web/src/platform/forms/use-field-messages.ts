'use client';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';

/** Handlers for an input, so that the browser's own checks speak the reader's language and not the browser's. */
export function useFieldMessages() {
  const t = useTranslations('common.field');
  return {
    onInvalid: (event: FormEvent<HTMLInputElement>) => {
      const field = event.currentTarget;
      const { valueMissing, typeMismatch, tooShort } = field.validity;
      if (valueMissing) field.setCustomValidity(t('required'));
      else if (tooShort) field.setCustomValidity(t('tooShort', { length: field.minLength }));
      else if (typeMismatch) field.setCustomValidity(t(field.type === 'email' ? 'email' : 'url'));
    },
    onInput: (event: FormEvent<HTMLInputElement>) => event.currentTarget.setCustomValidity(''),
  };
}
