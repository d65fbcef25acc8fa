'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PlusIcon, UserIcon } from '../../components/icons.tsx';
import { Panel } from '../../components/page-frame.tsx';
import { EmptyState, FailureState, Loading } from '../../components/states.tsx';
import {
  type InvitationRowFragment,
  InvitationsPageDocument,
  RevokeInvitationDocument,
} from '../../generated/graphql.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { useRoleName } from './role-name.ts';
import classes from './settings.module.css';
import { useRefusals } from './use-refusals.ts';

/** Invitations on their way, and the way to make one. */
export function InvitationsPanel({ roles }: { roles: readonly string[] }) {
  const t = useTranslations('settings');
  const formats = useFormats();
  const roleName = useRoleName();
  const { show } = useToasts();
  const refusals = useRefusals();
  const query = useScreenQuery(
    InvitationsPageDocument,
    {},
    { refreshOn: ({ verb }) => verb.startsWith('invitation.') || verb.startsWith('member.') },
  );
  const [revoke, revoking] = useAct(RevokeInvitationDocument);
  const [inviting, setInviting] = useState(false);
  const invitations = query.data?.invitations ?? [];

  const withdraw = async (invitation: InvitationRowFragment) => {
    const { data, failure } = await revoke({ id: invitation.id });
    if (failure !== null) return show({ message: refusals.ofFailure(failure), tone: 'bad' });
    if (data.revokeInvitation.__typename === 'NotFound') show({ message: refusals.ofRefusal('NotFound'), tone: 'bad' });
    else show({ message: t('invitations.withdrawn', { email: invitation.email }), tone: 'good' });
    query.reload();
    return undefined;
  };

  return (
    <Panel
      title={t('invitations.title')}
      lead={t('invitations.lead')}
      flush
      actions={
        <Button leftSection={<PlusIcon />} onClick={() => setInviting(true)}>
          {t('invitations.invite')}
        </Button>
      }
    >
      {query.failure !== null && (
        <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
      )}
      {query.loading && (
        <div className={classes.padded}>
          <Loading onRetry={query.reload} rows={1} />
        </div>
      )}
      {query.data !== null && invitations.length === 0 && (
        <EmptyState icon={<UserIcon />} title={t('invitations.none')}>
          {t('invitations.noneText')}
        </EmptyState>
      )}
      {invitations.length > 0 && (
        <ul className={classes.list}>
          {invitations.map((invitation) => (
            <li key={invitation.id} className={classes.item}>
              <div className={classes.itemText}>
                <span className={classes.strong}>{invitation.email}</span>
                <span className={classes.dim}>
                  {roleName(invitation.role)} · {t('invitations.until', { at: formats.dateTime(invitation.expiresAt) })}
                </span>
              </div>
              <Button
                variant="subtle"
                color="gray"
                c="inherit"
                disabled={revoking}
                onClick={() => void withdraw(invitation)}
                aria-label={t('invitations.withdrawOf', { email: invitation.email })}
              >
                {t('invitations.withdraw')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <InviteDialog opened={inviting} roles={roles} onClose={() => setInviting(false)} onInvited={query.reload} />
    </Panel>
  );
}
