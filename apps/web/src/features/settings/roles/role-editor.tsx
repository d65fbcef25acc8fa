'use client';
import { Button, Checkbox, Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import forms from '../../../components/form.module.css';
import { type RoleRowFragment, UpdateRoleDocument } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import { useRoleName } from '../role-name.ts';
import { groupPermissions } from './permission-groups.ts';
import classes from './roles.module.css';
import { usePermissionName } from './use-permission-name.ts';
import { useRoleRefusal } from './use-role-refusal.ts';

/** From so many members on, a change of their role asks first. */
const MANY_MEMBERS = 3;

/** Permissions of one role as a list of checkboxes. */
export function RoleEditor({
  role,
  permissions,
  onClose,
  onSaved,
}: {
  role: RoleRowFragment;
  permissions: readonly string[];
  onClose: () => void;
  onSaved: () => void;
}) {
  const t = useTranslations('settings.rolesScreen');
  const common = useTranslations('common');
  const name = useRoleName()(role.key);
  const permissionName = usePermissionName();
  const { permissions: own } = useWorkspace();
  const { show } = useToasts();
  const refusalOf = useRoleRefusal();
  const [update, running] = useAct(UpdateRoleDocument);
  const [held, setHeld] = useState<readonly string[]>(role.permissions);
  const [ownRecordsOnly, setOwnRecordsOnly] = useState(role.ownRecordsOnly);
  const [problem, setProblem] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const changed =
    ownRecordsOnly !== role.ownRecordsOnly ||
    permissions.some((each) => held.includes(each) !== role.permissions.includes(each));

  const save = async () => {
    setProblem(null);
    const { data, failure } = await update({ input: { key: role.key, permissions: [...held], ownRecordsOnly } });
    setAsking(false);
    const refused = refusalOf(failure ?? data.updateRole);
    if (refused !== null) return setProblem(refused);
    onSaved();
    onClose();
    return show({ message: t('saved', { role: name, count: role.memberCount }), tone: 'good' });
  };
  const toggle = (permission: string, on: boolean) => {
    setProblem(null);
    setHeld(permissions.filter((each) => (each === permission ? on : held.includes(each))));
  };

  return (
    <>
      <Dialog opened onClose={onClose} title={t('editOf', { role: name })} size="lg">
        <div className={forms.form}>
          <p className={forms.text}>{t('affects', { count: role.memberCount })}</p>
          <Switch
            size="md"
            label={t('ownRecordsOnly')}
            description={t('ownRecordsAdvice')}
            checked={ownRecordsOnly}
            onChange={(event) => setOwnRecordsOnly(event.currentTarget.checked)}
          />
          {groupPermissions(permissions).map(([group, members]) => (
            <fieldset key={group} className={classes.group}>
              <legend>{t(`groups.${group}`)}</legend>
              {members.map((permission) => (
                <Checkbox
                  key={permission}
                  label={permissionName(permission)}
                  // Nobody hands out more than they hold; taking away is always possible.
                  disabled={!own.includes(permission) && !held.includes(permission)}
                  checked={held.includes(permission)}
                  onChange={(event) => toggle(permission, event.currentTarget.checked)}
                />
              ))}
            </fieldset>
          ))}
          {problem !== null && (
            <p className={forms.problem} role="alert">
              {problem}
            </p>
          )}
          <div className={forms.actions}>
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button
              disabled={!changed}
              loading={running}
              onClick={() => (role.memberCount >= MANY_MEMBERS ? setAsking(true) : void save())}
            >
              {common('save')}
            </Button>
          </div>
        </div>
      </Dialog>
      <ConfirmDialog
        opened={asking}
        title={t('confirmTitle', { role: name })}
        act={t('confirm', { count: role.memberCount })}
        running={running}
        onClose={() => setAsking(false)}
        onConfirm={() => void save()}
      >
        <p>{t('confirmText', { count: role.memberCount })}</p>
      </ConfirmDialog>
    </>
  );
}
