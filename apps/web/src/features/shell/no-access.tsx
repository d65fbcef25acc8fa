'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { MessagePage } from '../../components/message-page.tsx';
import type { Viewer } from '../../platform/viewer/viewer-provider.tsx';
import { useSignOut } from '../../platform/viewer/use-sign-out.ts';
import classes from './no-access.module.css';

/** A workspace that does not exist and one that is not ours look the same: neither is confirmed. */
export function NoAccess({ slug, viewer }: { slug: string; viewer: Viewer }) {
  const t = useTranslations('shell.noAccess');
  const { signOut, running } = useSignOut();
  return (
    <MessagePage title={t('title')} text={t('text', { slug, email: viewer.account.email })}>
      {viewer.memberships.length > 0 && (
        <ul className={classes.list}>
          {viewer.memberships.map((membership) => (
            <li key={membership.workspaceId}>
              <a className={classes.workspace} href={`/w/${encodeURIComponent(membership.slug)}`}>
                {t('open', { workspace: membership.workspaceName })}
              </a>
            </li>
          ))}
        </ul>
      )}
      <Button variant="default" loading={running} onClick={() => void signOut()}>
        {t('switch')}
      </Button>
    </MessagePage>
  );
}
