'use client';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { EmptyState, FailureState, Loading } from '../../components/states.tsx';
import { ViewerDocument } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { workspaceToOpen } from '../../platform/viewer/remember-workspace.ts';
import { AccessFrame } from './access-frame.tsx';

/** "/": leads to the last workspace, or to sign-in. Only an account without any workspace stays. */
export function EntryScreen() {
  const t = useTranslations('access');
  const { data, failure, reload } = useScreenQuery(ViewerDocument, {});
  const viewer = data?.viewer;
  useEffect(() => {
    if (viewer === undefined) return;
    if (viewer === null) return window.location.replace('/sign-in');
    const slug = workspaceToOpen(viewer.memberships);
    if (slug !== null) window.location.replace(`/w/${encodeURIComponent(slug)}`);
  }, [viewer]);

  if (data === null && failure !== null)
    return (
      <AccessFrame title={t('signIn')}>
        <FailureState failure={failure} onRetry={reload} />
      </AccessFrame>
    );
  if (viewer && viewer.memberships.length === 0) {
    return (
      <AccessFrame title={t('noWorkspace')} foot={<a href="/sign-up">{t('makeWorkspace')}</a>}>
        <EmptyState title={t('noWorkspaceTitle')}>{t('noWorkspaceText', { email: viewer.account.email })}</EmptyState>
      </AccessFrame>
    );
  }
  return (
    <Loading onRetry={reload}>
      <span />
    </Loading>
  );
}
