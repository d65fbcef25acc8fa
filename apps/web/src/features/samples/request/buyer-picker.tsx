'use client';
import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { GradeBadge } from '../../../components/badges.tsx';
import { FailureState } from '../../../components/states.tsx';
import { type SampleBuyersQuery, SampleBuyerDocument, SampleBuyersDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { GradeButton } from '../../buyers/index.ts';
import classes from './request.module.css';
import { useSettled } from './use-settled.ts';

export type PickedBuyer = Pick<
  SampleBuyersQuery['buyers']['edges'][number]['node'],
  'id' | 'name' | 'company' | 'country' | 'grade'
>;

interface Props {
  initialId: string | null;
  picked: PickedBuyer | null;
  onPick: (buyer: PickedBuyer | null) => void;
  error: string | null;
}

/** Who gets the sample: found by typing, or given with the address; then shown with the grade that decides the share. */
export function BuyerPicker({ initialId, picked, onPick, error }: Props) {
  const t = useTranslations('samples.request');
  const formats = useFormats();
  const given = useScreenQuery(SampleBuyerDocument, { id: initialId ?? '' }, { pause: initialId === null });
  const found = given.data?.buyer ?? null;
  const [replaced, setReplaced] = useState(false);
  useEffect(() => {
    if (found && picked === null && !replaced) onPick(found);
  }, [found, picked, replaced, onPick]);
  const [byHand, setByHand] = useState(false);
  const pick = (buyer: PickedBuyer) => {
    setByHand(true);
    onPick(buyer);
  };
  if (picked === null) return <BuyerSearch onPick={pick} error={error} />;
  return (
    <div className={classes.picked} role="group" aria-label={t('buyer')}>
      <GradeButton buyerId={picked.id} grade={picked.grade} />
      <span className={classes.pickedName} dir="auto">
        {picked.name}
      </span>
      {picked.country !== null && <span className={classes.dim}>{formats.country(picked.country)}</span>}
      <Button
        variant="subtle"
        // The field that was typed in is gone.
        autoFocus={byHand}
        onClick={() => {
          setReplaced(true);
          onPick(null);
        }}
      >
        {t('otherBuyer')}
      </Button>
    </div>
  );
}

function BuyerSearch({ onPick, error }: { onPick: (buyer: PickedBuyer) => void; error: string | null }) {
  const t = useTranslations('samples.request');
  const formats = useFormats();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const search = useSettled(typed.trim());
  const { data, failure, reload } = useScreenQuery(
    SampleBuyersDocument,
    { search },
    { pause: search === '', keepPrevious: true },
  );
  const buyers = search === '' ? [] : (data?.buyers.edges.map(({ node }) => node) ?? []);
  const current = buyers[Math.min(at, buyers.length - 1)];
  const optionId = (id: string) => `${listId}-${id}`;

  const onKeyDown = (event: KeyboardEvent) => {
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (event.nativeEvent.isComposing || buyers.length === 0) return;
    if (next !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(buyers.length - 1, next)));
    } else if (event.key === 'Enter' && current) {
      event.preventDefault(); // it chooses, it does not send the form
      onPick(current);
    }
  };
  return (
    <div className={classes.search}>
      <TextInput
        type="search"
        role="combobox"
        label={t('buyer')}
        placeholder={t('buyerSearch')}
        aria-expanded={buyers.length > 0}
        aria-controls={listId}
        aria-activedescendant={current && optionId(current.id)}
        autoComplete="off"
        data-autofocus
        value={typed}
        error={error}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
      />
      <ul
        id={listId}
        role="listbox"
        aria-label={t('buyersFound')}
        className={classes.found}
        hidden={buyers.length === 0}
      >
        {buyers.map((buyer) => (
          <li
            key={buyer.id}
            id={optionId(buyer.id)}
            role="option"
            aria-selected={buyer === current}
            onClick={() => onPick(buyer)}
          >
            <GradeBadge grade={buyer.grade} size="sm" />
            <span dir="auto">{buyer.name}</span>
            <span className={classes.dim}>
              {[buyer.company !== buyer.name && buyer.company, buyer.country && formats.country(buyer.country)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {failure && <FailureState failure={failure} onRetry={reload} compact />}
      <p className={classes.dim} role="status">
        {search !== '' && data && !failure && buyers.length === 0 ? t('noBuyer', { words: search }) : ''}
      </p>
    </div>
  );
}
