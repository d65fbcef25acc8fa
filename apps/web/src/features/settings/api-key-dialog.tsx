'use client';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { CopyField } from '../../components/copy-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import forms from '../../components/form.module.css';
import { CreateApiKeyDocument } from '../../generated/graphql.ts';
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
  onMade: () => void;
}

export function ApiKeyDialog({ opened, onClose, ...props }: Props) {
  const t = useTranslations('settings.apiKeys');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('create')}>
      {opened && <ApiKeyForm onClose={onClose} {...props} />}
    </Dialog>
  );
}

function ApiKeyForm({ roles, onClose, onMade }: Omit<Props, 'opened'>) {
  const t = useTranslations('settings.apiKeys');
  const common = useTranslations('common');
  const roleName = useRoleName();
  const refusals = useRefusals();
  const fieldMessages = useFieldMessages();
  const [create, running] = useAct(CreateApiKeyDocument);
  const [id] = useState(newId);
  const [role, setRole] = useState('viewer');
  const [problem, setProblem] = useState<string | null>(null);
  const [token, setToken] = useState<string | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    setProblem(null);
    const { data, failure } = await create({ input: { id, name, role } });
    if (failure !== null) return setProblem(refusals.ofFailure(failure));
    if (data.createApiKey.__typename === 'NotFound') return setProblem(refusals.ofRefusal('NotFound'));
    onMade();
    return setToken(data.createApiKey.token);
  };

  if (token !== null) {
    return (
      <div className={forms.form}>
        <p className={forms.text}>{t('tokenText')}</p>
        <CopyField label={t('token')} value={token} />
        <CopyField
          label={t('example')}
          rows={4}
          value={[
            `curl -sS '${window.location.origin}/graphql' \\`,
            `  -H 'Authorization: Bearer ${token}' \\`,
            `  -H 'Content-Type: application/json' \\`,
            `  -d '{"query":"{ inboxCounts { waiting overdue } }"}'`,
          ].join('\n')}
        />
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
        name="name"
        label={t('name')}
        description={t('nameAdvice')}
        maxLength={80}
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
          {t('create')}
        </Button>
      </div>
    </form>
  );
}
