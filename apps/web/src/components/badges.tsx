'use client';
import { useTranslations } from 'next-intl';
import classes from './badges.module.css';

/** Our own grade of a buyer. The letter is the information; the fill only helps to find it. */
export function GradeBadge({ grade, size = 'md' }: { grade: 'A' | 'B' | 'C' | null; size?: 'sm' | 'md' | 'lg' }) {
  const t = useTranslations('common');
  const name = grade === null ? t('gradeNone') : t('grade', { grade });
  return (
    <span className={classes.grade} data-grade={grade ?? 'none'} data-size={size} title={name}>
      <span aria-hidden>{grade ?? '–'}</span>
      <span className="visually-hidden">{name}</span>
    </span>
  );
}

/** The platform's level of a buyer, beside the grade and never mixed with it. */
export function LevelBadge({ level }: { level: 'L1' | 'L2' | 'L3' | 'L4' | null }) {
  const t = useTranslations('common');
  if (level === null) return null;
  return (
    <span className={classes.level} title={t('level', { level })}>
      <span aria-hidden>{level}</span>
      <span className="visually-hidden">{t('level', { level })}</span>
    </span>
  );
}

export type StatusTone = 'neutral' | 'good' | 'warning' | 'bad' | 'info';

/** A short state in words; the dot's colour repeats it. */
export function StatusBadge({ tone, children }: { tone: StatusTone; children: string }) {
  return (
    <span className={classes.status} data-tone={tone}>
      {children}
    </span>
  );
}
