'use client';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import forms from '../../../components/form.module.css';
import { CreateManualChannelDocument } from '../../../generated/graphql.ts';
import { useFieldMessages } from '../../../platform/forms/use-field-messages.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useRefusals } from '../use-refusals.ts';

const PLATFORMS = ['PHONE', 'FAIR', 'OTHER'] as const;

/** Makes a channel for what reaches the team by word of mouth. */
export function ManualDialog({
  opened,
  onClose,
  onSaved,
}: {
  opened: boolean;
  onClose: () => void;
  onSaved: (channelId: string) => void;
}) {
  const t = useTranslations('settings.channels');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('manual.add')}>
      {opened && <ManualForm onClose={onClose} onSaved={onSaved} />}
    </Dialog>
  );
}

function ManualForm({ onClose, onSaved }: { onClose: () => void; onSaved: (channelId: string) => void }) {
  const t = useTranslations('settings.channels');
  const common = useTranslations('common');
  const refusals = useRefusals();
  const fieldMessages = useFieldMessages();
  const [create, running] = useAct(CreateManualChannelDocument);
  const [id] = useState(newId);
  const [platform, setPlatform] = useState<(typeof PLATFORMS)[number]>('PHONE');
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    setProblem(null);
    const { data, failure } = await create({ input: { id, name, platform } });
    if (failure !== null) return setProblem(refusals.ofFailure(failure));
    const result = data.createManualChannel;
    return result.__typename === 'ChannelSaved' ? onSaved(id) : setProblem(refusals.ofRefusal(result.__typename));
  };

  return (
    <form className={forms.form} onSubmit={(event) => void submit(event)}>
      <p className={forms.text}>{t('manual.lead')}</p>
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
        label={t('manual.kind')}
        value={platform}
        data={PLATFORMS.map((value) => ({ value, label: t(`platform.${value}`) }))}
        onChange={(event) => setPlatform(PLATFORMS.find((each) => each === event.currentTarget.value) ?? 'OTHER')}
      />
      <div className={forms.actions}>
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button type="submit" loading={running}>
          {t('add')}
        </Button>
      </div>
    </form>
  );
}
