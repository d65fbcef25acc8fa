'use client';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';
import { ViewerDocument } from '../../generated/graphql.ts';
import { FailureState } from '../../components/states.tsx';
import { signInAddress } from '../../platform/graphql/client.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { toTextSize } from '../../platform/i18n/locales.ts';
import { rememberPreferences } from '../../platform/i18n/remember-preferences.ts';
import { ViewerProvider } from '../../platform/viewer/viewer-provider.tsx';
import { NoAccess } from './no-access.tsx';
import { rememberWorkspace } from '../../platform/viewer/remember-workspace.ts';
import { ShellSkeleton } from './shell-skeleton.tsx';

/** Draws the workspace once it is known who is looking and what they may do there. */
export function ViewerGate({ slug, children }: { slug: string; children: ReactNode }) {
  const router = useRouter();
  const { data, failure, loading, reload } = useScreenQuery(
    ViewerDocument,
    {},
    { refreshOn: ({ verb }) => verb.startsWith('member.') || verb === 'workspace.changed' },
  );
  const viewer = data?.viewer ?? null;
  const signedOut = data !== null && viewer === null;

  useEffect(() => {
    if (signedOut) window.location.assign(signInAddress(window.location.pathname + window.location.search));
  }, [signedOut]);

  const language = viewer?.account.language;
  const textSize = viewer?.account.textSize;
  useEffect(() => {
    if (language !== undefined && rememberPreferences(language, toTextSize(textSize))) router.refresh();
  }, [language, textSize, router]);

  const current = viewer?.current ?? null;
  useEffect(() => {
    if (current !== null) rememberWorkspace(current.slug);
  }, [current]);

  if (loading || signedOut) return <ShellSkeleton onRetry={reload} />;
  if (viewer === null)
    return failure === null || failure.kind === 'unauthenticated' ? (
      <ShellSkeleton onRetry={reload} />
    ) : (
      <div style={{ maxWidth: '40rem', margin: '4rem auto', padding: '0 1rem' }}>
        <FailureState failure={failure} onRetry={reload} />
      </div>
    );
  if (current === null) return <NoAccess slug={slug} viewer={viewer} />;
  return <ViewerProvider value={{ viewer, workspace: current }}>{children}</ViewerProvider>;
}
