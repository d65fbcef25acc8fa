'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { CheckIcon } from '../../../components/icons.tsx';
import type { RoleRowFragment } from '../../../generated/graphql.ts';
import { useRoleName } from '../role-name.ts';
import { groupPermissions } from './permission-groups.ts';
import classes from './roles.module.css';
import { usePermissionName } from './use-permission-name.ts';

export function RolesMatrix({
  roles,
  permissions,
  onEdit,
}: {
  roles: readonly RoleRowFragment[];
  permissions: readonly string[];
  /** Null for those who may only read. */
  onEdit: ((role: RoleRowFragment) => void) | null;
}) {
  const t = useTranslations('settings.rolesScreen');
  const roleName = useRoleName();
  const permissionName = usePermissionName();
  return (
    // Many roles are wider than a window: the table scrolls by itself, also by keyboard.
    <div className={classes.scroller} tabIndex={0} role="region" aria-label={t('title')}>
      <table className={classes.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('permission')}</th>
            {roles.map((role) => (
              <th key={role.id} scope="col">
                <span className={classes.roleName}>{roleName(role.key)}</span>
                <span className={classes.members}>{t('members', { count: role.memberCount })}</span>
                {role.key === 'owner' ? (
                  <span className={classes.members}>{t('fixed')}</span>
                ) : (
                  onEdit !== null && (
                    <Button
                      variant="default"
                      px="0.75rem"
                      aria-label={t('editOf', { role: roleName(role.key) })}
                      onClick={() => onEdit(role)}
                    >
                      {t('edit')}
                    </Button>
                  )
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('ownRecordsOnly')}</th>
            {roles.map((role) => (
              <Cell key={role.id} held={role.ownRecordsOnly} />
            ))}
          </tr>
          {groupPermissions(permissions).map(([group, members]) => (
            <Fragment key={group}>
              <tr className={classes.groupRow}>
                <th scope="colgroup" colSpan={roles.length + 1}>
                  {t(`groups.${group}`)}
                </th>
              </tr>
              {members.map((permission) => (
                <tr key={permission}>
                  <th scope="row">{permissionName(permission)}</th>
                  {roles.map((role) => (
                    <Cell key={role.id} held={role.permissions.includes(permission)} />
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ held }: { held: boolean }) {
  const t = useTranslations('settings.rolesScreen');
  return (
    <td data-held={held || undefined}>
      {held ? <CheckIcon /> : <span aria-hidden>·</span>}
      <span className="visually-hidden">{t(held ? 'yes' : 'no')}</span>
    </td>
  );
}
