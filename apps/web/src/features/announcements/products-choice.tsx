'use client';
import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { FailureState } from '../../components/states.tsx';
import { AnnounceableProductsDocument } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import classes from './announcements.module.css';

export interface ChosenProduct {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** The products that are announced: chosen ones as buttons that take them out again, and a search for more. */
export function ProductsChoice({
  chosen,
  error,
  onChange,
}: {
  chosen: readonly ChosenProduct[];
  error: string | null;
  onChange: (chosen: readonly ChosenProduct[]) => void;
}) {
  const t = useTranslations('announcements.products');
  const [search, setSearch] = useState('');
  const q = useDeferredValue(search.trim());
  const query = useScreenQuery(AnnounceableProductsDocument, { q: q === '' ? null : q }, { keepPrevious: true });
  const offered = (query.data?.products.edges ?? [])
    .map(({ node }) => node)
    .filter(({ id }) => !chosen.some((product) => product.id === id))
    .slice(0, 8);
  return (
    <fieldset className={classes.segment}>
      <legend>{t('title')}</legend>
      {chosen.length > 0 && (
        <ul className={classes.chips}>
          {chosen.map((product) => (
            <li key={product.id}>
              <Button
                variant="light"
                aria-label={t('remove', { name: product.name })}
                onClick={() => onChange(chosen.filter(({ id }) => id !== product.id))}
              >
                {product.name} ({product.code}) ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      <TextInput
        name="productIds"
        error={error}
        label={t('search')}
        autoComplete="off"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {query.failure !== null && <FailureState failure={query.failure} onRetry={query.reload} compact />}
      {query.data !== null && offered.length === 0 && <p className={classes.quiet}>{t('noMatch')}</p>}
      <ul className={classes.chips}>
        {offered.map(({ id, code, name, isNew }) => (
          <li key={id}>
            <Button variant="default" onClick={() => onChange([...chosen, { id, code, name }])}>
              + {name} ({code}){isNew ? ` · ${t('new')}` : ''}
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
