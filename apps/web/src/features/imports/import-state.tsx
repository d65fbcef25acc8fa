'use client';
import { useTranslations } from 'next-intl';
import { StatusBadge, type StatusTone } from '../../components/badges.tsx';
import type { ImportStatus } from '../../generated/graphql.ts';

const TONES: Readonly<Record<ImportStatus, StatusTone>> = {
  READING: 'info',
  MAPPING: 'warning',
  CHECKING: 'info',
  CHECKED: 'warning',
  RUNNING: 'info',
  DONE: 'good',
  FAILED: 'bad',
  CANCELLED: 'neutral',
  UNDOING: 'info',
  UNDONE: 'neutral',
};

/** Where an import stands, in words: what waits for a person is amber. */
export function ImportStateBadge({ status }: { status: ImportStatus }) {
  const t = useTranslations('imports.states');
  return <StatusBadge tone={TONES[status]}>{t(status)}</StatusBadge>;
}
