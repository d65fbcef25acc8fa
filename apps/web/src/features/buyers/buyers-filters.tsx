'use client';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { SearchIcon } from '../../components/icons.tsx';
import { BuyerOwnersDocument } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import type { SetUrlState } from '../../platform/url-state/use-url-state.ts';
import type { UrlValues } from '../../platform/url-state/url-state.ts';
import { useMay } from '../../platform/viewer/viewer-provider.tsx';
import { ChoiceButtons } from './choice-buttons.tsx';
import { COUNTRIES } from './countries.ts';
import { type BuyersFields, GRADES, LEVELS } from './buyers-url.ts';
import classes from './buyers.module.css';

/** How long typing pauses before the list is asked for. */
const SEARCH_PAUSE_MS = 250;

/** Search and filters; the address keeps them. */
export function BuyersFilters({
  values,
  set,
  active,
  onClear,
}: {
  values: UrlValues<BuyersFields>;
  set: SetUrlState<BuyersFields>;
  active: boolean;
  onClear: () => void;
}) {
  const t = useTranslations('buyers');
  const formats = useFormats();
  const may = useMay();
  const { data } = useScreenQuery(BuyerOwnersDocument, {}, { pause: !may('member:read') });
  const countries = useMemo(
    () =>
      COUNTRIES.map((code) => ({ value: code as string, label: formats.country(code) })).sort((a, b) =>
        a.label.localeCompare(b.label),
      ),
    [formats],
  );
  return (
    <div className={classes.filters} role="search" aria-label={t('filters')}>
      <SearchField value={values.q} onSearch={(q) => set({ q }, 'replace')} />
      <ChoiceButtons label={t('grade')} choices={GRADES} chosen={values.grade} onChange={(grade) => set({ grade })} />
      <ChoiceButtons
        label={t('platformLevel')}
        choices={LEVELS}
        chosen={values.level}
        onChange={(level) => set({ level })}
      />
      <NativeSelect
        aria-label={t('country')}
        value={values.country ?? ''}
        onChange={(event) => set({ country: COUNTRIES.find((code) => code === event.currentTarget.value) ?? null })}
        data={[{ value: '', label: t('anyCountry') }, ...countries]}
      />
      {data && data.members.length > 0 && (
        <NativeSelect
          aria-label={t('owner')}
          value={values.owner ?? ''}
          onChange={(event) => set({ owner: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('anyOwner') },
            ...data.members.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {active && (
        <Button variant="subtle" onClick={onClear}>
          {t('clearFilters')}
        </Button>
      )}
    </div>
  );
}

function SearchField({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const t = useTranslations('buyers');
  const [typed, setTyped] = useState(value);
  /** What this field has asked for: its echo from the address must not overwrite what is typed meanwhile. */
  const asked = useRef(value);
  useEffect(() => {
    if (value !== asked.current) setTyped(value);
    asked.current = value;
  }, [value]);
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = setTimeout(() => {
      asked.current = typed.trim();
      onSearch(typed);
    }, SEARCH_PAUSE_MS);
    return () => clearTimeout(timer);
    // only typing starts the pause
  }, [typed]);
  return (
    <TextInput
      type="search"
      data-page-search
      className={classes.search}
      aria-label={t('search')}
      placeholder={t('searchPlaceholder')}
      leftSection={<SearchIcon />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
