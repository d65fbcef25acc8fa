'use client';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { AcceptInvitationDocument, type InvitationOfferQuery } from '../../generated/graphql.ts';
import { useFieldMessages } from '../../platform/forms/use-field-messages.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { AccessFrame } from './access-frame.tsx';
import classes from './access.module.css';
import { NEW_PASSWORD_LENGTH } from './new-password.ts';
import { enter, useAccessProblems } from './use-enter.ts';

/** An existing account proves itself with its password; a new one chooses a name and password. */
export function AcceptInvitationForm({
  token,
  offer,
}: {
  token: string;
  offer: NonNullable<InvitationOfferQuery['invitationOffer']>;
}) {
  const t = useTranslations('access');
  const locale = useLocale();
  const problems = useAccessProblems();
  const fieldMessages = useFieldMessages();
  const [accept, running] = useAct(AcceptInvitationDocument);
  const [entering, setEntering] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = String(form.get('password'));
    const input = offer.accountExists
      ? { token, password }
      : { token, password, name: String(form.get('name')).trim(), language: locale };
    setProblem(null);
    const { data, failure } = await accept({ input });
    if (failure !== null) return setProblem(problems.ofFailure(failure));
    switch (data.acceptInvitation.__typename) {
      case 'SignedIn':
        setEntering(true);
        // The workspace just joined is the account's newest membership; the entry page would open the last one used.
        return enter(data.acceptInvitation.viewer, newestWorkspace(data.acceptInvitation.viewer.memberships));
      case 'InvitationInvalid':
        return setProblem(t('invitationInvalid'));
      case 'AlreadyMember':
        return setProblem(t('alreadyMember'));
      case 'InvalidCredentials':
        return setProblem(t('wrongPassword'));
      case 'TooManyAttempts':
        return setProblem(problems.tooMany(data.acceptInvitation.retryAt));
    }
  };

  return (
    <AccessFrame
      title={t('join', { workspace: offer.workspaceName })}
      lead={offer.accountExists ? t('joinExisting', { email: offer.email }) : t('joinNew', { email: offer.email })}
    >
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        {problem !== null && (
          <p className={classes.problem} role="alert">
            {problem}
          </p>
        )}
        <input type="hidden" name="username" value={offer.email} autoComplete="username" readOnly />
        {!offer.accountExists && (
          <TextInput
            {...fieldMessages}
            name="name"
            label={t('yourName')}
            autoComplete="name"
            maxLength={100}
            required
            withAsterisk={false}
            autoFocus
          />
        )}
        <PasswordInput
          {...fieldMessages}
          name="password"
          label={t('password')}
          description={offer.accountExists ? undefined : t('passwordAdvice', { length: NEW_PASSWORD_LENGTH })}
          autoComplete={offer.accountExists ? 'current-password' : 'new-password'}
          minLength={offer.accountExists ? undefined : NEW_PASSWORD_LENGTH}
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        <Button type="submit" loading={running || entering}>
          {t('accept')}
        </Button>
      </form>
    </AccessFrame>
  );
}

function newestWorkspace(memberships: readonly { slug: string }[]): string | undefined {
  const newest = memberships.at(-1);
  return newest && `/w/${encodeURIComponent(newest.slug)}`;
}
