'use client';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { SignUpDocument } from '../../generated/graphql.ts';
import { useFieldMessages } from '../../platform/forms/use-field-messages.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { AccessFrame } from './access-frame.tsx';
import classes from './access.module.css';
import { NEW_PASSWORD_LENGTH } from './new-password.ts';
import { enter, useAccessProblems } from './use-enter.ts';

export function SignUpScreen() {
  const t = useTranslations('access');
  const locale = useLocale();
  const problems = useAccessProblems();
  const fieldMessages = useFieldMessages();
  const [signUp, running] = useAct(SignUpDocument);
  const [entering, setEntering] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const value = (name: string) => String(form.get(name)).trim();
    setProblem(null);
    const { data, failure } = await signUp({
      input: {
        workspaceName: value('workspaceName'),
        name: value('name'),
        email: value('email'),
        password: String(form.get('password')),
        language: locale,
      },
    });
    if (failure !== null) return setProblem(problems.ofFailure(failure));
    switch (data.signUp.__typename) {
      case 'SignedIn':
        setEntering(true);
        return enter(data.signUp.viewer);
      case 'EmailTaken':
        return setProblem(t('emailTaken'));
      case 'TooManyAttempts':
        return setProblem(problems.tooMany(data.signUp.retryAt));
    }
  };

  return (
    <AccessFrame
      title={t('makeWorkspace')}
      lead={t('makeWorkspaceLead')}
      foot={
        <>
          {t('haveAccount')} <a href="/sign-in">{t('signIn')}</a>
        </>
      }
    >
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        {problem !== null && (
          <p className={classes.problem} role="alert">
            {problem}
          </p>
        )}
        <TextInput
          {...fieldMessages}
          name="workspaceName"
          label={t('workspaceName')}
          description={t('workspaceNameAdvice')}
          autoComplete="organization"
          maxLength={100}
          required
          withAsterisk={false}
          autoFocus
        />
        <TextInput
          {...fieldMessages}
          name="name"
          label={t('yourName')}
          autoComplete="name"
          maxLength={100}
          required
          withAsterisk={false}
        />
        <TextInput
          {...fieldMessages}
          name="email"
          type="email"
          label={t('email')}
          autoComplete="username"
          required
          withAsterisk={false}
        />
        <PasswordInput
          {...fieldMessages}
          name="password"
          label={t('password')}
          description={t('passwordAdvice', { length: NEW_PASSWORD_LENGTH })}
          autoComplete="new-password"
          minLength={NEW_PASSWORD_LENGTH}
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        <Button type="submit" loading={running || entering}>
          {t('makeWorkspace')}
        </Button>
      </form>
    </AccessFrame>
  );
}
