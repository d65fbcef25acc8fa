'use client';
import { BUSINESS_TYPES, type GradingRules } from '@dangol/crm';
import { useTranslations } from 'next-intl';
import settings from '../settings.module.css';
import classes from './grading.module.css';
import { changesBetween } from './rules-draft.ts';

/** What differs between two versions, in words. */
export function ChangeList({ before, after }: { before: GradingRules; after: GradingRules }) {
  const t = useTranslations('settings.grading');
  const types = useTranslations('buyers.why.businessTypes');
  const changes = changesBetween(before, after);
  if (changes.length === 0) return <p className={settings.quiet}>{t('history.same')}</p>;
  const words = (path: string, value: string) => {
    if (value === '') return t('history.nothing');
    if (path !== 'companySize.strongTypes') return value;
    return value
      .split(', ')
      .map((each) => {
        const type = BUSINESS_TYPES.find((known) => known === each);
        return type === undefined ? each : types(type);
      })
      .join(', ');
  };
  return (
    <ul className={classes.changes}>
      {changes.map(({ path, before: from, after: to }) => (
        <li key={path}>
          {t('history.change', {
            part: t(`sectionOf.${path}`),
            field: t(`fields.${path}`),
            before: words(path, from),
            after: words(path, to),
          })}
        </li>
      ))}
    </ul>
  );
}
