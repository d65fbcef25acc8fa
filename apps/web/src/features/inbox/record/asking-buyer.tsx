'use client';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { GradeBadge } from '../../../components/badges.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { BuyerSearch, type FoundBuyer, useCountryChoices } from '../../buyers/index.ts';
import classes from './record.module.css';

/** A buyer who is not in the book yet, as it is typed. */
export interface NewBuyer {
  name: string;
  company: string;
  email: string;
  phone: string;
  country: string;
}

export const NOBODY_YET: NewBuyer = { name: '', company: '', email: '', phone: '', country: '' };
const TYPES = { company: 'text', email: 'email', phone: 'tel' } as const;

interface AskingBuyerProps {
  known: FoundBuyer | null;
  onKnown: (buyer: FoundBuyer | null) => void;
  fresh: NewBuyer;
  onFresh: (buyer: NewBuyer) => void;
  errorOf: (field: string) => string | null;
}

/** Who asked: a buyer found by typing, or a new one. */
export function AskingBuyer({ known, onKnown, fresh, onFresh, errorOf }: AskingBuyerProps) {
  const t = useTranslations('inbox.record');
  const common = useTranslations('common');
  const formats = useFormats();
  const countries = useCountryChoices();
  // Whoever may not read addresses may not write them either.
  const contacts = useMay()('contact:read');
  const [isNew, setIsNew] = useState(false);
  const change = (field: keyof NewBuyer) => (event: { currentTarget: { value: string } }) =>
    onFresh({ ...fresh, [field]: event.currentTarget.value });
  if (known)
    return (
      <div className={classes.known} role="group" aria-label={t('buyer')}>
        <GradeBadge grade={known.grade} size="sm" />
        <span className={classes.name} dir="auto">
          {known.name}
        </span>
        {known.country !== null && <span>{formats.country(known.country)}</span>}
        <Button variant="subtle" onClick={() => onKnown(null)}>
          {t('otherBuyer')}
        </Button>
      </div>
    );
  if (!isNew)
    return (
      <div className={classes.search}>
        <BuyerSearch onPick={onKnown} error={errorOf('name')} />
        <Button variant="subtle" onClick={() => setIsNew(true)}>
          {t('newBuyer')}
        </Button>
      </div>
    );
  return (
    <fieldset className={classes.fresh}>
      <legend>{t('newBuyer')}</legend>
      <TextInput
        label={t('fields.name')}
        value={fresh.name}
        error={errorOf('name')}
        maxLength={200}
        autoComplete="off"
        autoFocus
        onChange={change('name')}
      />
      {(['company', 'email', 'phone'] as const).map(
        (field) =>
          (field === 'company' || contacts) && (
            <TextInput
              key={field}
              type={TYPES[field]}
              label={`${t(`fields.${field}`)} (${common('optional')})`}
              value={fresh[field]}
              error={errorOf(field)}
              maxLength={200}
              autoComplete="off"
              onChange={change(field)}
            />
          ),
      )}
      <NativeSelect
        label={`${t('fields.country')} (${common('optional')})`}
        value={fresh.country}
        error={errorOf('country')}
        onChange={change('country')}
        data={[{ value: '', label: '' }, ...countries]}
      />
      <Button variant="subtle" className={classes.back} onClick={() => setIsNew(false)}>
        {t('findBuyer')}
      </Button>
    </fieldset>
  );
}
