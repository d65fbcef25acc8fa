'use client';
import { useTranslations } from 'next-intl';
import classes from './pipeline.module.css';

/** Changes of others that wait until the reader takes them; said once per batch to those who listen. */
export function NewsPill({ count, onTake }: { count: number; onTake: () => void }) {
  const t = useTranslations('pipeline');
  return (
    <div className={classes.newsSlot}>
      {count > 0 && (
        <button type="button" className={classes.news} onClick={onTake}>
          {t('news', { count })}
        </button>
      )}
      <span className="visually-hidden" role="status">
        {count > 0 ? t('news', { count }) : ''}
      </span>
    </div>
  );
}
