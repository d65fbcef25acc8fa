'use client';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { SignInDocument } from '../../generated/graphql.ts';
import { useFieldMessages } from '../../platform/forms/use-field-messages.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { AccessFrame } from './access-frame.tsx';
import classes from './access.module.css';
import { enter, useAccessProblems } from './use-enter.ts';

export function SignInScreen() {
  const t = useTranslations('access');
  const problems = useAccessProblems();
  const fieldMessages = useFieldMessages();
  const [signIn, running] = useAct(SignInDocument);
  const [entering, setEntering] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setProblem(null);
    const { data, failure } = await signIn({
      input: { email: String(form.get('email')).trim(), password: String(form.get('password')) },
    });
    if (failure !== null) return setProblem(problems.ofFailure(failure));
    switch (data.signIn.__typename) {
      case 'SignedIn':
        setEntering(true);
        return enter(data.signIn.viewer);
      case 'InvalidCredentials':
        return setProblem(t('invalidCredentials'));
      case 'TooManyAttempts':
        return setProblem(problems.tooMany(data.signIn.retryAt));
    }
  };

  return (
    <AccessFrame
      title={t('signIn')}
      foot={
        <>
          {t('noAccount')} <a href="/sign-up">{t('makeWorkspace')}</a>
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
          name="email"
          type="email"
          label={t('email')}
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
        />
        <PasswordInput
          {...fieldMessages}
          name="password"
          label={t('password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        <Button type="submit" loading={running || entering}>
          {t('signIn')}
        </Button>
      </form>
    </AccessFrame>
  );
}
