'use client';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { CopyField } from '../../components/copy-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import forms from '../../components/form.module.css';
import { InviteMemberDocument } from '../../generated/graphql.ts';
import { newId } from '../../platform/graphql/new-id.ts';
import { useFieldMessages } from '../../platform/forms/use-field-messages.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { RoleAdvice } from './role-advice.tsx';
import { useRoleName } from './role-name.ts';
import { useRefusals } from './use-refusals.ts';

interface Props {
  opened: boolean;
  roles: readonly string[];
  onClose: () => void;
  onInvited: () => void;
}

/** Two steps in one dialog: whom and as what; then the link, which is shown this once. */
export function InviteDialog({ opened, onClose, ...props }: Props) {
  const t = useTranslations('settings.invitations');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('invite')}>
      {opened && <InviteForm onClose={onClose} {...props} />}
    </Dialog>
  );
}

function InviteForm({ roles, onClose, onInvited }: Omit<Props, 'opened'>) {
  const t = useTranslations('settings.invitations');
  const common = useTranslations('common');
  const roleName = useRoleName();
  const refusals = useRefusals();
  const fieldMessages = useFieldMessages();
  const [invite, running] = useAct(InviteMemberDocument);
  const [id] = useState(newId);
  const [role, setRole] = useState('rep');
  const [problem, setProblem] = useState<string | null>(null);
  const [made, setMade] = useState<{ url: string; email: string } | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    setProblem(null);
    const { data, failure } = await invite({ input: { id, email, role } });
    if (failure !== null) return setProblem(refusals.ofFailure(failure));
    const result = data.inviteMember;
    if (result.__typename !== 'InvitationCreated') return setProblem(refusals.ofRefusal(result.__typename));
    onInvited();
    return setMade({ url: new URL(result.url, window.location.origin).href, email });
  };

  if (made !== null) {
    return (
      <div className={forms.form}>
        <p className={forms.text}>{t('linkText', { email: made.email })}</p>
        <CopyField label={t('link')} value={made.url} />
        <div className={forms.actions}>
          <Button onClick={onClose}>{common('close')}</Button>
        </div>
      </div>
    );
  }
  return (
    <form className={forms.form} onSubmit={(event) => void submit(event)}>
      {problem !== null && (
        <p className={forms.problem} role="alert">
          {problem}
        </p>
      )}
      <TextInput
        {...fieldMessages}
        name="email"
        type="email"
        label={t('email')}
        autoComplete="off"
        required
        withAsterisk={false}
        data-autofocus
      />
      <NativeSelect
        label={t('role')}
        value={role}
        data={roles.map((key) => ({ value: key, label: roleName(key) }))}
        onChange={(event) => setRole(event.currentTarget.value)}
      />
      <RoleAdvice role={role} />
      <div className={forms.actions}>
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button type="submit" loading={running}>
          {t('make')}
        </Button>
      </div>
    </form>
  );
}
