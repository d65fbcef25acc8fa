'use client';
import { useTranslations } from 'next-intl';
import { ROLE_KEYS } from './role-keys.ts';
import classes from './settings.module.css';

/** What a role may do, in one sentence; nothing for a role that we cannot describe. */
export function RoleAdvice({ role }: { role: string }) {
  const t = useTranslations('settings.roleAdvice');
  const named = ROLE_KEYS.find((key) => key === role);
  return named === undefined ? null : <p className={classes.advice}>{t(named)}</p>;
}
