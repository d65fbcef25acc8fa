'use client';
import { useTranslations } from 'next-intl';

/** What is wrong at a path of the assignment rules, in a sentence. */
export function useAssignmentProblem(): (path: string) => string {
  const t = useTranslations('settings.assignment.problems');
  return (path) => {
    if (path === 'grades') return t('shares');
    if (path.endsWith('targetSharePercent')) return t('share');
    if (path.endsWith('.pools')) return t('pools');
    if (path.includes('.pools.')) return t('roles');
    return t(path === 'defaultCapacity' ? 'capacity' : 'minutes');
  };
}
