'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { MacroFieldsFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import classes from './list.module.css';

/** One macro: its name, how it begins, its languages, and how much it is used. */
export function MacroItem({ macro, children }: { macro: MacroFieldsFragment; children: ReactNode }) {
  const t = useTranslations('macros.list');
  const formats = useFormats();
  const used = macro.used30Days > 0 ? t('used', { count: macro.used30Days }) : t('unused');
  const last = macro.lastUsedAt === null ? null : t('lastUsed', { at: formats.day(macro.lastUsedAt) });
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <p className={classes.name} dir="auto">
          {macro.name}
          {macro.asksForFiles && <small className={classes.mark}>{t('asksForFiles')}</small>}
        </p>
        <p className={classes.beginning} dir="auto">
          {macro.texts[0]?.text}
        </p>
        <p className={classes.facts}>
          {macro.texts.map(({ language }) => formats.language(language)).join(', ')} · {used}
          {last !== null && ` · ${last}`}
        </p>
      </div>
      <div className={classes.acts}>{children}</div>
    </li>
  );
}
