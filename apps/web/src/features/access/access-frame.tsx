'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { LOCALES } from '../../platform/i18n/locales.ts';
import { rememberPreferences } from '../../platform/i18n/remember-preferences.ts';
import { BrandMark } from '../../components/brand-mark.tsx';
import classes from './access.module.css';

const LANGUAGE_NAMES = { ko: '한국어', en: 'English' } as const;

/** Frame of the pages before a workspace: mark, one form, language. */
export function AccessFrame({
  title,
  lead,
  children,
  foot,
}: {
  title: string;
  lead?: string;
  children: ReactNode;
  foot?: ReactNode;
}) {
  const t = useTranslations('access');
  const router = useRouter();
  const locale = useLocale();
  return (
    <div className={classes.page}>
      <aside className={classes.story}>
        <BrandMark size="2.25rem" />
        <p className={classes.promise}>{t('promise')}</p>
        <ul className={classes.points}>
          <li>{t('pointClock')}</li>
          <li>{t('pointGrade')}</li>
          <li>{t('pointDraft')}</li>
        </ul>
      </aside>
      <main className={classes.main}>
        <div className={classes.card}>
          <h1 className={classes.title}>{title}</h1>
          {lead && <p className={classes.lead}>{lead}</p>}
          {children}
          {foot && <div className={classes.foot}>{foot}</div>}
        </div>
        <div className={classes.languages} role="group" aria-label={t('language')}>
          {LOCALES.map((each) => (
            <button
              key={each}
              type="button"
              lang={each}
              className={classes.language}
              aria-pressed={each === locale}
              onClick={() => rememberPreferences(each, 16) && router.refresh()}
            >
              {LANGUAGE_NAMES[each]}
            </button>
          ))}
        </div>
      </main>
    </div>
  );
}
