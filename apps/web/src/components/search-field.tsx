'use client';
import { TextInput } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { SearchIcon } from './icons.tsx';

/** How long typing pauses before the list is asked for. */
const SEARCH_PAUSE_MS = 250;

/** Searches while one types, one question per pause. */
export function SearchField({
  label,
  placeholder = label,
  value,
  onSearch,
  ofPage = true,
  className,
}: {
  label: string;
  placeholder?: string;
  value: string;
  onSearch: (text: string) => void;
  /** "/" leads here; otherwise it is where a dialog begins. */
  ofPage?: boolean;
  className?: string;
}) {
  const [typed, setTyped] = useState(value);
  /** What this field has asked for: its echo from the address must not overwrite what is typed meanwhile. */
  const asked = useRef(value);
  const search = useEffectEvent(onSearch);
  useEffect(() => {
    if (value !== asked.current) setTyped(value);
    asked.current = value;
  }, [value]);
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === asked.current) return undefined;
    const timer = setTimeout(() => {
      asked.current = wanted;
      search(wanted);
    }, SEARCH_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <TextInput
      type="search"
      data-page-search={ofPage || undefined}
      data-autofocus={ofPage ? undefined : true}
      className={className}
      aria-label={label}
      placeholder={placeholder}
      maxLength={100}
      leftSection={<SearchIcon />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
