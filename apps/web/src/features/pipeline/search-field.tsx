'use client';
import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { SearchIcon } from '../../components/icons.tsx';
import classes from './pipeline.module.css';
import { useStable } from './use-stable.ts';

/** How long typing pauses before the board is asked for. */
const SEARCH_PAUSE_MS = 250;

/** Searches while typing, one question per pause. */
export function SearchField({
  label,
  value,
  onSearch,
}: {
  label: string;
  value: string;
  onSearch: (text: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  /** What this field has asked for: its echo from the address must not overwrite what is typed meanwhile. */
  const asked = useRef(value);
  const search = useStable(onSearch);
  useEffect(() => {
    if (value !== asked.current) setTyped(value);
    asked.current = value;
  }, [value]);
  useEffect(() => {
    if (typed.trim() === asked.current) return undefined;
    const timer = setTimeout(() => {
      asked.current = typed.trim();
      search(typed);
    }, SEARCH_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, search]);
  return (
    <TextInput
      type="search"
      data-page-search
      className={classes.search}
      aria-label={label}
      placeholder={label}
      maxLength={100}
      leftSection={<SearchIcon />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
