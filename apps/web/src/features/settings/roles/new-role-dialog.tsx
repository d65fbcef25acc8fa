'use client';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import forms from '../../../components/form.module.css';
import { CreateRoleDocument, type RoleRowFragment } from '../../../generated/graphql.ts';
import { useFieldMessages } from '../../../platform/forms/use-field-messages.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import { grantableRoles } from '../grantable-roles.ts';
import { useRoleName } from '../role-name.ts';
import { useRoleRefusal } from './use-role-refusal.ts';

/** A role begins as a copy of another one; what it may do is then changed in the editor. */
export function NewRoleDialog({
  roles,
  onClose,
  onMade,
}: {
  roles: readonly RoleRowFragment[];
  onClose: () => void;
  onMade: (role: RoleRowFragment) => void;
}) {
  const t = useTranslations('settings.rolesScreen');
  const common = useTranslations('common');
  const roleName = useRoleName();
  const fieldMessages = useFieldMessages();
  const refusalOf = useRoleRefusal();
  const { permissions } = useWorkspace();
  const [create, running] = useAct(CreateRoleDocument);
  const [id] = useState(newId);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const copyable = grantableRoles(roles, permissions).filter((key) => key !== 'owner');
  const [from, setFrom] = useState(copyable.includes('viewer') ? 'viewer' : (copyable[0] ?? ''));

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setProblem(null);
    const source = roles.find(({ key }) => key === from);
    const { data, failure } = await create({
      input: {
        id,
        key: name.trim(),
        permissions: source?.permissions ?? [],
        ownRecordsOnly: source?.ownRecordsOnly ?? false,
      },
    });
    const refused = refusalOf(failure ?? data.createRole);
    if (refused !== null) return setProblem(refused);
    return data?.createRole.__typename === 'Role' ? onMade(data.createRole) : undefined;
  };

  return (
    <Dialog opened onClose={onClose} title={t('new')}>
      <form className={forms.form} onSubmit={(event) => void submit(event)}>
        <TextInput
          {...fieldMessages}
          label={t('name')}
          description={t('nameAdvice')}
          maxLength={40}
          autoComplete="off"
          required
          withAsterisk={false}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setProblem(null);
          }}
          error={problem}
          data-autofocus
        />
        <NativeSelect
          label={t('copyFrom')}
          value={from}
          data={copyable.map((key) => ({ value: key, label: roleName(key) }))}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <div className={forms.actions}>
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={running}>
            {t('make')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
