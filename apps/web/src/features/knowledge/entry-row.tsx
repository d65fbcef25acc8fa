'use client';
import { useTranslations } from 'next-intl';
import { StatusBadge } from '../../components/badges.tsx';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import classes from './knowledge.module.css';
import { useCategoryName } from './use-category-name.ts';
import type { KnowledgeRow } from './use-knowledge.ts';

/** One entry: what it answers, who may read it, until when. */
export function EntryRow({ entry, onOpen }: { entry: KnowledgeRow; onOpen: () => void }) {
  const t = useTranslations('knowledge');
  const formats = useFormats();
  const categoryName = useCategoryName();
  return (
    <li className={classes.row}>
      <button type="button" className={classes.open} onClick={onOpen} data-walk>
        <span className={classes.rowTitle} dir="auto">
          {entry.title}
          {entry.titleKo !== null && (
            <span className={classes.titleKo} lang="ko">
              {entry.titleKo}
            </span>
          )}
        </span>
        <span className={classes.answerLine} dir="auto" lang={entry.language}>
          {entry.answer}
        </span>
        <span className={classes.meta}>
          {t('rowMeta', { code: entry.code, category: categoryName(entry.category), version: entry.version })}
        </span>
      </button>
      <span className={classes.badges}>
        <StatusBadge tone={entry.visibility === 'public' ? 'good' : 'neutral'}>
          {t(entry.visibility === 'public' ? 'public' : 'internal')}
        </StatusBadge>
        {entry.autoReply && <StatusBadge tone="info">{t('autoReplyBadge')}</StatusBadge>}
        {entry.validUntil !== null && (
          <StatusBadge tone={entry.expired ? 'bad' : 'neutral'}>
            {t(entry.expired ? 'expired' : 'validUntil', { date: formats.date(entry.validUntil) })}
          </StatusBadge>
        )}
      </span>
    </li>
  );
}
