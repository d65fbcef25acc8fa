'use client';
import { useTranslations } from 'next-intl';
import { ROLE_KEYS } from './role-keys.ts';

/** A role's name in the reader's language; a role that a workspace made itself keeps its key. */
export function useRoleName(): (key: string) => string {
  const t = useTranslations('settings.roles');
  return (key) => {
    const named = ROLE_KEYS.find((role) => role === key);
    return named === undefined ? key : t(named);
  };
}
