'use client';
import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import forms from '../../../components/form.module.css';
import type { ChannelFieldsFragment } from '../../../generated/graphql.ts';
import { useFieldMessages } from '../../../platform/forms/use-field-messages.ts';
import { MailFields } from './mail-form.tsx';
import { useMailConnection } from './use-mail-connection.ts';

/** Connects a mailbox, or changes how one is connected. */
export function MailDialog({
  opened,
  channel,
  onClose,
  onSaved,
}: {
  opened: boolean;
  /** The channel whose mailbox changes; null for a new one. */
  channel: ChannelFieldsFragment | null;
  onClose: () => void;
  onSaved: (channelId: string) => void;
}) {
  const t = useTranslations('settings.channels.mail');
  return (
    <Dialog opened={opened} onClose={onClose} title={t(channel === null ? 'connect' : 'change')} size="lg">
      {opened && <MailConnectionForm channel={channel} onClose={onClose} onSaved={onSaved} />}
    </Dialog>
  );
}

function MailConnectionForm({
  channel,
  onClose,
  onSaved,
}: {
  channel: ChannelFieldsFragment | null;
  onClose: () => void;
  onSaved: (channelId: string) => void;
}) {
  const t = useTranslations('settings.channels');
  const common = useTranslations('common');
  const fieldMessages = useFieldMessages();
  const form = useMailConnection(channel, onSaved);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get('name');
    void form.save(typeof name === 'string' ? name.trim() : '');
  };
  return (
    <form className={forms.form} onSubmit={submit}>
      {channel === null && (
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
      )}
      <MailFields draft={form.draft} stored={form.stored} wrong={form.wrong} onChange={form.setDraft} />
      {form.problem !== null && (
        <p className={forms.problem} role="alert">
          {form.problem}
        </p>
      )}
      <div className={forms.actions}>
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button type="submit" loading={form.running}>
          {t('mail.test')}
        </Button>
      </div>
    </form>
  );
}
