'use client';
import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { SearchIcon } from '../../components/icons.tsx';
import classes from './products.module.css';

/** How long typing pauses before the list is asked for. */
const SEARCH_PAUSE_MS = 250;

/** Searches while typing, one question per pause. */
export function SearchField({
  label,
  value,
  onSearch,
  ofPage = true,
}: {
  label: string;
  value: string;
  onSearch: (text: string) => void;
  /** "/" leads here. */
  ofPage?: boolean;
}) {
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
      latest.current(typed.trim());
    }, SEARCH_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <TextInput
      type="search"
      data-page-search={ofPage || undefined}
      data-autofocus={ofPage ? undefined : true}
      className={ofPage ? classes.search : undefined}
      aria-label={label}
      placeholder={label}
      maxLength={100}
      leftSection={<SearchIcon />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
