'use client';
import { Button, NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Panel } from '../../components/page-frame.tsx';
import { FailureState, Loading } from '../../components/states.tsx';
import {
  ChangeMemberRoleDocument,
  type MemberRowFragment,
  MembersPageDocument,
  RemoveMemberDocument,
} from '../../generated/graphql.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { useMay, useWorkspace } from '../../platform/viewer/viewer-provider.tsx';
import { DownloadMenu } from '../exports/index.ts';
import { grantableRoles } from './grantable-roles.ts';
import { InvitationsPanel } from './invitations-panel.tsx';
import { MemberCapacity } from './member-capacity.tsx';
import { useRoleName } from './role-name.ts';
import classes from './settings.module.css';
import { useRefusals } from './use-refusals.ts';

export function MembersScreen() {
  const t = useTranslations('settings');
  const may = useMay();
  const { memberId, permissions } = useWorkspace();
  const formats = useFormats();
  const roleName = useRoleName();
  const query = useScreenQuery(MembersPageDocument, {}, { refreshOn: ({ verb }) => verb.startsWith('member.') });
  const { changeRole, remove, removing } = useMemberActs();
  const [leaving, setLeaving] = useState<MemberRowFragment | null>(null);
  const manages = may('member:manage');
  const grantable = grantableRoles(query.data?.roles ?? [], permissions);
  const mayChange = (member: MemberRowFragment) => manages && member.id !== memberId && grantable.includes(member.role);

  return (
    <>
      <Panel title={t('members.title')} lead={t('members.lead')} actions={<DownloadMenu list="members" />} flush>
        {query.failure !== null && (
          <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
        )}
        {query.loading && (
          <div className={classes.padded}>
            <Loading onRetry={query.reload} rows={4} />
          </div>
        )}
        {query.data !== null && (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('members.name')}</th>
                <th scope="col">{t('members.role')}</th>
                <th scope="col" className={classes.wide}>
                  {t('members.joined')}
                </th>
                {manages && (
                  <th scope="col">
                    <span className="visually-hidden">{t('acts')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {query.data.members
                .filter(({ status }) => status !== 'removed')
                .map((member) => (
                  <tr key={member.id}>
                    <td>
                      <span className={classes.strong}>{member.name}</span>{' '}
                      {member.id === memberId && <span className={classes.you}>{t('members.you')}</span>}
                      <span className={classes.dim}>{member.email}</span>
                    </td>
                    <td>
                      {mayChange(member) ? (
                        <NativeSelect
                          aria-label={t('members.roleOf', { name: member.name })}
                          value={member.role}
                          data={grantable.map((key) => ({ value: key, label: roleName(key) }))}
                          onChange={(event) => void changeRole(member, event.currentTarget.value)}
                        />
                      ) : (
                        roleName(member.role)
                      )}
                    </td>
                    <td className={`${classes.wide} ${classes.quiet}`}>{formats.day(member.createdAt)}</td>
                    {manages && (
                      <td className={classes.rowActs}>
                        {mayChange(member) && (
                          <Button
                            variant="subtle"
                            color="gray"
                            c="inherit"
                            onClick={() => setLeaving(member)}
                            aria-label={t('members.removeName', { name: member.name })}
                          >
                            {t('members.remove')}
                          </Button>
                        )}
                      </td>
                    )}
                  </tr>
                ))}
            </tbody>
          </table>
        )}
      </Panel>
      {query.data !== null && (
        <MemberCapacity members={query.data.members.filter(({ status }) => status !== 'removed')} />
      )}
      {manages && <InvitationsPanel roles={grantable} />}
      <ConfirmDialog
        opened={leaving !== null}
        title={t('members.removeTitle', { name: leaving?.name ?? '' })}
        act={t('members.removeName', { name: leaving?.name ?? '' })}
        running={removing}
        onClose={() => setLeaving(null)}
        onConfirm={() => leaving !== null && void remove(leaving).then(() => setLeaving(null))}
      >
        <p>{t('members.removeText', { email: leaving?.email ?? '' })}</p>
      </ConfirmDialog>
    </>
  );
}

/** A role change can be undone; a removal cannot, so the screen asks first. */
function useMemberActs() {
  const t = useTranslations('settings');
  const roleName = useRoleName();
  const { show } = useToasts();
  const refusals = useRefusals();
  const [change] = useAct(ChangeMemberRoleDocument);
  const [removeMember, removing] = useAct(RemoveMemberDocument);

  const changeRole = async (member: MemberRowFragment, role: string, undoable = true): Promise<void> => {
    const { data, failure } = await change({ input: { memberId: member.id, role } });
    if (failure !== null) return void show({ message: refusals.ofFailure(failure), tone: 'bad' });
    const result = data.changeMemberRole;
    if (result.__typename !== 'Member')
      return void show({ message: refusals.ofRefusal(result.__typename), tone: 'bad' });
    const undo = undoable ? { undo: () => void changeRole(result, member.role, false) } : {};
    show({ message: t('members.roleChanged', { name: member.name, role: roleName(role) }), tone: 'good', ...undo });
  };
  const remove = async (member: MemberRowFragment): Promise<void> => {
    const { data, failure } = await removeMember({ id: member.id });
    if (failure !== null) return void show({ message: refusals.ofFailure(failure), tone: 'bad' });
    const result = data.removeMember;
    if (result.__typename !== 'Member')
      return void show({ message: refusals.ofRefusal(result.__typename), tone: 'bad' });
    show({ message: t('members.removed', { name: member.name }), tone: 'good' });
  };
  return { changeRole, remove, removing };
}
