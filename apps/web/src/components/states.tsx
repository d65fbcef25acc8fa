'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import type { Failure } from '../platform/graphql/failure.ts';
import { AlertIcon } from './icons.tsx';
import classes from './states.module.css';

const SKELETON_AFTER_MS = 150;
const RETRY_AFTER_MS = 5_000;

function useElapsed(ms: number): boolean {
  const [elapsed, setElapsed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setElapsed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return elapsed;
}

/**
 * Waiting for the first answer: nothing for 150 ms, then a skeleton of the size of what will come, then a Retry after 5 s.
 * `children` draws the skeleton (compose `<Bone>`); without it, `rows` lines are drawn.
 */
export function Loading({ onRetry, rows = 5, children }: { onRetry: () => void; rows?: number; children?: ReactNode }) {
  const t = useTranslations('common');
  const showSkeleton = useElapsed(SKELETON_AFTER_MS);
  const showRetry = useElapsed(RETRY_AFTER_MS);
  return (
    <div aria-busy className={classes.loading}>
      <span className="visually-hidden" role="status">
        {showSkeleton ? t('loading') : ''}
      </span>
      <div style={{ visibility: showSkeleton ? 'visible' : 'hidden' }}>
        {children ?? Array.from({ length: rows }, (_, row) => <Bone key={row} height="3.5rem" />)}
      </div>
      {showRetry && (
        <div className={classes.slow}>
          <span>{t('slow')}</span>
          <Button variant="default" onClick={onRetry}>
            {t('retry')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** One grey block of a skeleton. */
export function Bone({ width = '100%', height = '1rem' }: { width?: string; height?: string }) {
  return <div className={classes.bone} style={{ width, height }} aria-hidden />;
}

/** Nothing there: `title` says whether nothing exists yet or nothing matches, `action` is the next step. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={classes.empty}>
      {icon && <div className={classes.emptyIcon}>{icon}</div>}
      <p className={classes.emptyTitle}>{title}</p>
      {children && <div className={classes.emptyText}>{children}</div>}
      {action}
    </div>
  );
}

/** What happened, what was kept, what to do; stays where it happened. `compact` is one line above shown data. */
export function FailureState({
  failure,
  onRetry,
  compact = false,
}: {
  failure: Failure;
  onRetry?: () => void;
  compact?: boolean;
}) {
  const t = useTranslations('failure');
  const common = useTranslations('common');
  return (
    <div className={classes.failure} data-compact={compact || undefined} role="alert">
      <AlertIcon className={classes.failureIcon} />
      <div className={classes.failureText}>
        <p className={classes.failureTitle}>{t(failure.kind)}</p>
        {!compact && <p className={classes.failureAdvice}>{t(`${failure.kind}Advice`)}</p>}
        {failure.reference !== null && (
          <p className={classes.reference}>
            {t(compact ? 'reference' : 'referenceAdvice')} <code>{failure.reference}</code>
          </p>
        )}
      </div>
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {common('retry')}
        </Button>
      )}
    </div>
  );
}
