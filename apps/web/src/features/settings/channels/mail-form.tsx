'use client';
import { NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from '../settings.module.css';
import { type MailDraft, type MailField, type ServerDraft, withAddress, withProvider } from './mail-draft.ts';
import { MAIL_PRESETS } from './mail-presets.ts';

const SECURITIES: readonly ServerDraft['security'][] = ['TLS', 'STARTTLS', 'NONE'];

/** The fields of a mailbox: an address, a password and a provider are enough; servers show when they are one's own. */
export function MailFields({
  draft,
  stored,
  wrong,
  onChange,
}: {
  draft: MailDraft;
  /** A password is stored, so that an empty field keeps it. */
  stored: boolean;
  wrong: ReadonlySet<MailField>;
  onChange: (draft: MailDraft) => void;
}) {
  const t = useTranslations('settings.channels.mail');
  const common = useTranslations('common');
  const problem = (field: MailField) => (wrong.has(field) ? t(`problems.${field.split('.').pop() as 'host'}`) : null);
  const own = draft.provider === 'other';
  return (
    <>
      <TextInput
        label={t('address')}
        description={t('addressAdvice')}
        type="email"
        autoComplete="off"
        value={draft.address}
        error={problem('address')}
        onChange={(event) => onChange(withAddress(draft, event.currentTarget.value))}
      />
      <NativeSelect
        label={t('provider')}
        value={draft.provider}
        error={problem('provider')}
        data={[
          { value: '', label: t('choose') },
          ...MAIL_PRESETS.map(({ name }) => ({ value: name, label: t(`providers.${name}`) })),
          { value: 'other', label: t('providers.other') },
        ]}
        onChange={(event) => onChange(withProvider(draft, event.currentTarget.value as MailDraft['provider']))}
      />
      {draft.provider !== '' && <p className={classes.advice}>{t(`providerAdvice.${draft.provider}`)}</p>}
      <PasswordInput
        label={t('password')}
        description={stored ? t('passwordKept') : t('passwordAdvice')}
        autoComplete="new-password"
        value={draft.password}
        error={problem('password')}
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        onChange={(event) => onChange({ ...draft, password: event.currentTarget.value })}
      />
      <TextInput
        label={`${t('senderName')} (${common('optional')})`}
        description={t('senderNameAdvice')}
        autoComplete="off"
        maxLength={80}
        value={draft.senderName}
        onChange={(event) => onChange({ ...draft, senderName: event.currentTarget.value })}
      />
      <details className={classes.details} open={own || undefined}>
        <summary>{t('servers')}</summary>
        <div className={classes.stack}>
          {(['imap', 'smtp'] as const).map((server) => (
            <ServerFields
              key={server}
              name={server}
              draft={draft[server]}
              hostProblem={problem(`${server}.host`)}
              portProblem={problem(`${server}.port`)}
              onChange={(next) => onChange({ ...draft, provider: 'other', [server]: next })}
            />
          ))}
          <div className={classes.fieldGrid}>
            <TextInput
              label={`${t('user')} (${common('optional')})`}
              autoComplete="off"
              placeholder={draft.address}
              value={draft.user}
              onChange={(event) => onChange({ ...draft, user: event.currentTarget.value })}
            />
            <TextInput
              label={t('folder')}
              autoComplete="off"
              value={draft.folder}
              onChange={(event) => onChange({ ...draft, folder: event.currentTarget.value })}
            />
          </div>
        </div>
      </details>
    </>
  );
}

function ServerFields({
  name,
  draft,
  hostProblem,
  portProblem,
  onChange,
}: {
  name: 'imap' | 'smtp';
  draft: ServerDraft;
  hostProblem: string | null;
  portProblem: string | null;
  onChange: (draft: ServerDraft) => void;
}) {
  const t = useTranslations('settings.channels.mail');
  return (
    <div className={classes.fieldGrid}>
      <TextInput
        label={t(`${name}Host`)}
        autoComplete="off"
        value={draft.host}
        error={hostProblem}
        onChange={(event) => onChange({ ...draft, host: event.currentTarget.value })}
      />
      <TextInput
        label={t('port')}
        aria-label={t('portOf', { server: t(`${name}Host`) })}
        inputMode="numeric"
        autoComplete="off"
        value={draft.port}
        error={portProblem}
        onChange={(event) => onChange({ ...draft, port: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('security')}
        aria-label={t('securityOf', { server: t(`${name}Host`) })}
        value={draft.security}
        data={SECURITIES.map((value) => ({ value, label: t(`securities.${value}`) }))}
        onChange={(event) =>
          onChange({ ...draft, security: SECURITIES.find((each) => each === event.currentTarget.value) ?? 'TLS' })
        }
      />
    </div>
  );
}
