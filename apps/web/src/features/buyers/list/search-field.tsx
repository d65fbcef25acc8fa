'use client';
import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { SearchIcon } from '../../../components/icons.tsx';
import classes from './buyers.module.css';

/** How long typing pauses before the list is asked for. */
const SEARCH_PAUSE_MS = 250;

/** Search as one types; the address keeps what was asked. */
export function SearchField({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const t = useTranslations('buyers');
  const [typed, setTyped] = useState(value);
  /** What this field has asked for: its echo from the address must not overwrite what is typed meanwhile. */
  const asked = useRef(value);
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  }, [onSearch]);
  useEffect(() => {
    if (value !== asked.current) setTyped(value);
    asked.current = value;
  }, [value]);
  useEffect(() => {
    if (typed.trim() === asked.current) return undefined;
    const timer = setTimeout(() => {
      asked.current = typed.trim();
      latest.current(typed);
    }, SEARCH_PAUSE_MS);
    return () => clearTimeout(timer);
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
