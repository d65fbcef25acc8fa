'use client';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import forms from '../../../components/form.module.css';
import { RecordInquiryDocument } from '../../../generated/graphql.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { fromLocalInput, toLocalInput } from '../../../platform/time/local-input.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useMay, useWorkspace, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import type { FoundBuyer } from '../../buyers/index.ts';
import type { DirectoryChannel } from '../directory/use-directory.ts';
import { AskingBuyer, type NewBuyer, NOBODY_YET } from './asking-buyer.tsx';

const MOST_TEXT = 50_000;
/** Fields of a refused entry that have words of their own. */
const TOLD_FIELDS = ['name', 'email', 'phone', 'country', 'at', 'text', 'channelId'] as const;

interface RecordInquiryDialogProps {
  channels: readonly DirectoryChannel[];
  onRecorded: (conversationId: string) => void;
  onClose: () => void;
}

/** Writes down what a buyer asked by telephone or at a fair: an inquiry like any other, its clock running from when it was said. */
export function RecordInquiryDialog({ channels, onRecorded, onClose }: RecordInquiryDialogProps) {
  const t = useTranslations('inbox.record');
  const common = useTranslations('common');
  const href = useWorkspaceHref();
  const mayManage = useMay()('channel:manage');
  const byHand = channels.filter(({ kind, status }) => kind === 'MANUAL' && status.toLowerCase() === 'active');
  if (byHand.length > 0) return <RecordForm channels={byHand} onRecorded={onRecorded} onClose={onClose} />;
  return (
    <Dialog opened onClose={onClose} title={t('title')}>
      <p className={forms.text}>{t(mayManage ? 'noChannel' : 'noChannelAsk')}</p>
      <div className={forms.actions}>
        {mayManage ? (
          <Button component="a" href={href('settings', 'channels')} data-autofocus>
            {t('openChannels')}
          </Button>
        ) : (
          <Button onClick={onClose} data-autofocus>
            {common('close')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function RecordForm({ channels, onRecorded, onClose }: RecordInquiryDialogProps) {
  const t = useTranslations('inbox.record');
  const common = useTranslations('common');
  const failures = useTranslations('failure');
  const { timeZone } = useWorkspace();
  const { show } = useToasts();
  const [id] = useState(newId);
  const [latest] = useState(() => toLocalInput(new Date(), timeZone));
  const [channelId, setChannelId] = useState(channels[0]?.id ?? '');
  const [known, setKnown] = useState<FoundBuyer | null>(null);
  const [fresh, setFresh] = useState<NewBuyer>(NOBODY_YET);
  const [at, setAt] = useState(latest);
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<{ field: string | null; words: string } | null>(null);
  const [record, recording] = useAct(RecordInquiryDocument);
  const errorOf = (field: string) => (problem?.field === field ? problem.words : null);
  const wrong = (field: (typeof TOLD_FIELDS)[number]) => setProblem({ field, words: t(`problems.${field}`) });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const when = fromLocalInput(at, timeZone);
    if (known === null && fresh.name.trim() === '') return wrong('name');
    if (!when || when > new Date()) return wrong('at');
    if (text.trim() === '') return wrong('text');
    setProblem(null);
    const optional = (value: string) => value.trim() || null;
    const { data, failure } = await record({
      input: {
        id,
        channelId,
        at: when.toISOString(),
        text: text.trim(),
        subject: optional(subject),
        ...(known
          ? { buyerId: known.id }
          : {
              name: fresh.name.trim(),
              company: optional(fresh.company),
              email: optional(fresh.email),
              phone: optional(fresh.phone),
              country: optional(fresh.country),
            }),
      },
    });
    const answer = data?.recordInquiry;
    if (answer?.__typename === 'ConversationSaved') {
      show({ message: t('done', { name: known?.name ?? fresh.name.trim() }), tone: 'good' });
      return onRecorded(answer.conversation.id);
    }
    const field = answer?.__typename === 'InvalidEntry' ? TOLD_FIELDS.find((name) => name === answer.field) : undefined;
    return field ? wrong(field) : setProblem({ field: null, words: failure ? failures(failure.kind) : t('failed') });
  };

  return (
    <Dialog opened onClose={onClose} title={t('title')} size="lg">
      <form className={forms.form} onSubmit={(event) => void submit(event)} noValidate>
        <p className={forms.text}>{t('lead')}</p>
        <NativeSelect
          label={t('channel')}
          value={channelId}
          error={errorOf('channelId')}
          onChange={(event) => setChannelId(event.currentTarget.value)}
          data={channels.map(({ id: value, name }) => ({ value, label: name }))}
        />
        <AskingBuyer known={known} onKnown={setKnown} fresh={fresh} onFresh={setFresh} errorOf={errorOf} />
        <TextInput
          type="datetime-local"
          label={t('when', { zone: timeZone })}
          max={latest}
          value={at}
          error={errorOf('at')}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
        <TextInput
          label={`${t('subject')} (${common('optional')})`}
          value={subject}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
        <Textarea
          label={t('text')}
          value={text}
          maxLength={MOST_TEXT}
          autosize
          minRows={4}
          error={errorOf('text')}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {problem?.field === null && (
          <p className={forms.problem} role="alert">
            {problem.words}
          </p>
        )}
        <div className={forms.actions}>
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={recording}>
            {t('submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
