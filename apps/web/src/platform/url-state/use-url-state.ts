'use client';
import { useTranslations } from 'next-intl';
import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo } from 'react';
import { useToasts } from '../toasts/toasts-provider.tsx';
import type { UrlState, UrlValues } from './url-state.ts';

export type SetUrlState<Fields> = (patch: Partial<UrlValues<Fields>>, history?: 'push' | 'replace') => void;

/**
 * Reads and writes the page's query. `push` (default) makes Back return to the state before; use `replace` while typing.
 * Invalid values are taken out of the address and the reader is told.
 */
export function useUrlState<Fields>(state: UrlState<Fields>): [UrlValues<Fields>, SetUrlState<Fields>] {
  const searchParams = useSearchParams();
  const pathname = usePathname();
  const t = useTranslations('common');
  const { show } = useToasts();
  const query = searchParams.toString();
  const { values, dropped } = useMemo(() => state.parse(new URLSearchParams(query)), [state, query]);

  const droppedNames = dropped.join(', ');
  useEffect(() => {
    if (droppedNames === '') return;
    const next = new URLSearchParams(window.location.search);
    for (const name of droppedNames.split(', ')) next.delete(name);
    const rest = next.toString();
    window.history.replaceState(null, '', `${window.location.pathname}${rest === '' ? '' : `?${rest}`}`);
    show({ message: t('addressDropped', { names: droppedNames }) });
  }, [droppedNames, show, t]);

  const set = useCallback<SetUrlState<Fields>>(
    (patch, history = 'push') => {
      // The address itself is read, not the last render's: two changes in one tick must both survive.
      const address = pathname + state.query(new URLSearchParams(window.location.search), patch);
      if (address === window.location.pathname + window.location.search) return;
      if (history === 'push') window.history.pushState(null, '', address);
      else window.history.replaceState(null, '', address);
    },
    [pathname, state],
  );
  return [values, set];
}
