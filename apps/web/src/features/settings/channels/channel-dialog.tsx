'use client';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import forms from '../../../components/form.module.css';
import { type ChannelRowFragment, CreateChannelDocument, UpdateChannelDocument } from '../../../generated/graphql.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { useFieldMessages } from '../../../platform/forms/use-field-messages.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { channelAddress } from './signed-curl-example.ts';
import { SigningSecretDialog } from './signing-secret-dialog.tsx';
import { useRefusals } from '../use-refusals.ts';

const PLATFORMS: readonly ChannelRowFragment['platform'][] = ['ALIBABA', 'ALIEXPRESS', 'EMAIL', 'WEB_FORM', 'OTHER'];

interface Props {
  editing: ChannelRowFragment | 'new' | null;
  onClose: () => void;
  onSaved: () => void;
}

/** Makes or changes a channel; a new one ends with its secret. */
export function ChannelDialog({ editing, onClose, onSaved }: Props) {
  const t = useTranslations('settings.channels');
  const [made, setMade] = useState<{ secret: string; key: string } | null>(null);
  return (
    <>
      <Dialog opened={editing !== null} onClose={onClose} title={editing === 'new' ? t('newKinds.webhook') : t('edit')}>
        {editing !== null && (
          <ChannelForm
            channel={editing === 'new' ? null : editing}
            onClose={onClose}
            onSaved={(secret, key) => {
              onSaved();
              onClose();
              if (secret !== null) setMade({ secret, key });
            }}
          />
        )}
      </Dialog>
      <SigningSecretDialog
        secret={made?.secret ?? null}
        address={made === null ? '' : channelAddress(window.location.origin, made.key)}
        onClose={() => setMade(null)}
      />
    </>
  );
}

function ChannelForm({
  channel,
  onClose,
  onSaved,
}: {
  channel: ChannelRowFragment | null;
  onClose: () => void;
  onSaved: (secret: string | null, key: string) => void;
}) {
  const t = useTranslations('settings.channels');
  const common = useTranslations('common');
  const refusals = useRefusals();
  const fieldMessages = useFieldMessages();
  const [create, creating] = useAct(CreateChannelDocument);
  const [update, updating] = useAct(UpdateChannelDocument);
  const [id] = useState(newId);
  const [platform, setPlatform] = useState<ChannelRowFragment['platform']>(channel?.platform ?? 'ALIBABA');
  const [problem, setProblem] = useState<string | null>(null);
  const hasAddress = channel === null || channel.kind === 'WEBHOOK';

  /** `undefined` leaves the address as it is: only a webhook has one. */
  const save = async (name: string, deliveryUrl: string | null | undefined) => {
    if (channel === null) {
      const { data, failure } = await create({ input: { id, name, platform, deliveryUrl: deliveryUrl ?? null } });
      return { result: data?.createChannel ?? null, failure };
    }
    const { data, failure } = await update({
      input: { id: channel.id, name, ...(deliveryUrl !== undefined && { deliveryUrl }) },
    });
    return { result: data?.updateChannel ?? null, failure };
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const url = form.get('deliveryUrl');
    setProblem(null);
    const { result, failure } = await save(
      String(form.get('name')).trim(),
      typeof url === 'string' ? url.trim() || null : undefined,
    );
    if (failure !== null) return setProblem(refusals.ofFailure(failure));
    if (result?.__typename === 'ChannelSaved')
      return onSaved(channel === null ? result.signingSecret : null, result.channel.key);
    return result && setProblem(refusals.ofRefusal(result.__typename));
  };

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
        defaultValue={channel?.name ?? ''}
        maxLength={80}
        autoComplete="off"
        required
        withAsterisk={false}
        data-autofocus
      />
      {channel === null && (
        <NativeSelect
          label={t('platformLabel')}
          value={platform}
          data={PLATFORMS.map((value) => ({ value, label: t(`platform.${value}`) }))}
          onChange={(event) => setPlatform(PLATFORMS.find((each) => each === event.currentTarget.value) ?? 'OTHER')}
        />
      )}
      {hasAddress && (
        <TextInput
          {...fieldMessages}
          name="deliveryUrl"
          type="url"
          label={`${t('deliveryUrl')} (${common('optional')})`}
          description={t('deliveryUrlAdvice')}
          placeholder="https://"
          defaultValue={channel?.deliveryUrl ?? ''}
          autoComplete="off"
        />
      )}
      <div className={forms.actions}>
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button type="submit" loading={creating || updating}>
          {channel === null ? t('add') : common('save')}
        </Button>
      </div>
    </form>
  );
}
