'use client';
import { useTranslations } from 'next-intl';
import type { SignedInViewerFragment } from '../../generated/graphql.ts';
import { safeReturnAddress } from '../../platform/graphql/client.ts';
import type { Failure } from '../../platform/graphql/failure.ts';
import { toTextSize } from '../../platform/i18n/locales.ts';
import { rememberPreferences } from '../../platform/i18n/remember-preferences.ts';
import { workspaceToOpen } from '../../platform/viewer/remember-workspace.ts';

/** After signing in: a whole page load to where the person wanted to go, so that nothing of an earlier session stays. */
export function enter({ account, memberships }: SignedInViewerFragment['viewer'], to?: string): void {
  rememberPreferences(account.language, toTextSize(account.textSize));
  const next = safeReturnAddress(new URLSearchParams(window.location.search).get('next'));
  const slug = workspaceToOpen(memberships);
  window.location.assign(to ?? next ?? (slug === null ? '/' : `/w/${encodeURIComponent(slug)}`));
}

/** Sentences for what can go wrong on these forms. */
export function useAccessProblems() {
  const t = useTranslations('access');
  const failures = useTranslations('failure');
  return {
    ofFailure: (failure: Failure) =>
      failure.reference === null
        ? failures(failure.kind)
        : `${failures(failure.kind)} (${failures('reference')} ${failure.reference})`,
    tooMany: (retryAt: string) => {
      const minutes = Math.max(1, Math.ceil((new Date(retryAt).getTime() - Date.now()) / 60_000));
      return t('tooMany', { minutes });
    },
  };
}
