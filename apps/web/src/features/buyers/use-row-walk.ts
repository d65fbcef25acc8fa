'use client';
import { useTranslations } from 'next-intl';
import { type RefObject, useRef } from 'react';
import { useShortcuts } from '../../platform/keyboard/shortcuts-provider.tsx';

/** j and k walk over the links marked `data-walk` inside `container`; Enter opens as with any link. */
export function useRowWalk(container: RefObject<HTMLElement | null>): void {
  const t = useTranslations('buyers.keys');
  const last = useRef(-1);
  const move = (step: 1 | -1) => {
    const links = [...(container.current?.querySelectorAll<HTMLElement>('[data-walk]') ?? [])];
    if (links.length === 0) return;
    const focused = links.findIndex((link) => link === document.activeElement);
    const next = Math.min(links.length - 1, Math.max(0, (focused >= 0 ? focused : last.current) + step));
    last.current = next;
    links[next]?.focus();
    links[next]?.scrollIntoView({ block: 'nearest' });
  };
  useShortcuts([
    { keys: 'j', label: t('next'), group: t('list'), run: () => move(1) },
    { keys: 'k', label: t('previous'), group: t('list'), run: () => move(-1) },
  ]);
}
