'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { GradeBadge } from '../../../components/badges.tsx';
import { lazyPart } from '../../../components/lazy-part.tsx';
import classes from './grade-button.module.css';

/** Opened now and then, so loaded when it is. */
const GradeDialog = lazyPart(() => import('./grade-dialog.tsx').then((module) => module.GradeDialog));

/** A grade that opens its explanation: no grade is shown without its reasons at hand. */
export function GradeButton({
  buyerId,
  grade,
  size = 'md',
  tabIndex,
}: {
  buyerId: string;
  grade: 'A' | 'B' | 'C' | null;
  size?: 'sm' | 'md' | 'lg';
  /** -1 where only the current one of many is reached by Tab. */
  tabIndex?: number;
}) {
  const t = useTranslations('buyers');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button
        type="button"
        className={classes.button}
        tabIndex={tabIndex}
        aria-haspopup="dialog"
        aria-label={grade === null ? t('gradeButtonNone') : t('gradeButton', { grade })}
        onClick={() => setOpened(true)}
      >
        <GradeBadge grade={grade} size={size} />
      </button>
      {opened && <GradeDialog buyerId={buyerId} onClose={() => setOpened(false)} />}
    </>
  );
}
