'use client';
import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useState } from 'react';
import { GradeBadge } from '../../../components/badges.tsx';
import { FailureState } from '../../../components/states.tsx';
import { type FindBuyersQuery, FindBuyersDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useSettled } from '../../../platform/forms/use-settled.ts';
import classes from './buyer-search.module.css';

export type FoundBuyer = Pick<
  FindBuyersQuery['buyers']['edges'][number]['node'],
  'id' | 'name' | 'company' | 'country' | 'grade'
>;

/** A field that finds a buyer by typing: arrow keys walk what is found, Enter chooses. */
export function BuyerSearch({ onPick, error }: { onPick: (buyer: FoundBuyer) => void; error: string | null }) {
  const t = useTranslations('buyers.finder');
  const formats = useFormats();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const search = useSettled(typed.trim());
  const { data, failure, reload } = useScreenQuery(
    FindBuyersDocument,
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
        label={t('label')}
        placeholder={t('placeholder')}
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
      <ul id={listId} role="listbox" aria-label={t('found')} className={classes.found} hidden={buyers.length === 0}>
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
        {search !== '' && data && !failure && buyers.length === 0 ? t('none', { words: search }) : ''}
      </p>
    </div>
  );
}
