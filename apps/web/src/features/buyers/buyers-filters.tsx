'use client';
import { Button, Chip, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { SearchIcon } from '../../components/icons.tsx';
import { BuyerOwnersDocument } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import type { SetUrlState } from '../../platform/url-state/use-url-state.ts';
import type { UrlValues } from '../../platform/url-state/url-state.ts';
import { useMay } from '../../platform/viewer/viewer-provider.tsx';
import { COUNTRIES } from './countries.ts';
import { GRADES, LEVELS, type buyersUrl } from './buyers-url.ts';
import classes from './buyers.module.css';

type Fields = typeof buyersUrl extends { parse(query: URLSearchParams): { values: infer Values } }
  ? {
      [Name in keyof Values]: {
        fallback: Values[Name];
        read(raw: string): Values[Name] | undefined;
        write(value: Values[Name]): string | null;
      };
    }
  : never;
export type BuyersUrlValues = UrlValues<Fields>;

/** How long typing pauses before the list is asked for. */
const SEARCH_PAUSE_MS = 250;

/** Search and filters; the address keeps them. */
export function BuyersFilters({
  values,
  set,
  active,
  onClear,
}: {
  values: BuyersUrlValues;
  set: SetUrlState<Fields>;
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
      <ChipRow label={t('grade')} choices={GRADES} chosen={values.grade} onChange={(grade) => set({ grade })} />
      <ChipRow label={t('platformLevel')} choices={LEVELS} chosen={values.level} onChange={(level) => set({ level })} />
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
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = setTimeout(() => onSearch(typed), SEARCH_PAUSE_MS);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only typing starts the pause
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

function ChipRow<const Choice extends string>({
  label,
  choices,
  chosen,
  onChange,
}: {
  label: string;
  choices: readonly Choice[];
  chosen: readonly Choice[];
  onChange: (chosen: readonly Choice[]) => void;
}) {
  return (
    <fieldset className={classes.chips}>
      <legend className="visually-hidden">{label}</legend>
      <Chip.Group
        multiple
        value={[...chosen]}
        onChange={(values) => onChange(choices.filter((choice) => values.includes(choice)))}
      >
        {choices.map((choice) => (
          <Chip key={choice} value={choice} size="md" variant="light">
            {choice}
          </Chip>
        ))}
      </Chip.Group>
    </fieldset>
  );
}
