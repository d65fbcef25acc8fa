'use client';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import forms from '../../../components/form.module.css';
import { LogCallDocument } from '../../../generated/graphql.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { fromLocalInput, toLocalInput } from '../../../platform/time/local-input.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import type { Conversation, Outcome } from './use-conversation.ts';

const MOST_TEXT = 50_000;

/** Writes a call down as an entry of the thread. It answers the buyer as a reply does (spec sla, rule 2); nothing is sent. */
export function LogCallDialog({
  conversation,
  onOutcome,
  onClose,
}: {
  conversation: Conversation;
  onOutcome: (outcome: Outcome) => void;
  onClose: () => void;
}) {
  const t = useTranslations('inbox.call');
  const common = useTranslations('common');
  const failures = useTranslations('failure');
  const { timeZone } = useWorkspace();
  const { show } = useToasts();
  const [id] = useState(newId);
  const [latest] = useState(() => toLocalInput(new Date(), timeZone));
  const [at, setAt] = useState(latest);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [logCall, logging] = useAct(LogCallDocument);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const when = fromLocalInput(at, timeZone);
    if (!when || when > new Date()) return setProblem(t('timeNeeded'));
    if (text.trim() === '') return setProblem(t('textNeeded'));
    const { data, failure } = await logCall({
      input: { id, conversationId: conversation.id, at: when.toISOString(), text: text.trim() },
    });
    const answer = data?.logCall;
    if (answer?.__typename === 'ReplySaved') {
      onOutcome(answer);
      show({ message: t('done', { name: conversation.buyer.name }), tone: 'good' });
      return onClose();
    }
    return setProblem(
      failure ? failures(failure.kind) : t(answer?.__typename === 'InvalidEntry' ? 'timeNeeded' : 'failed'),
    );
  };

  return (
    <Dialog opened onClose={onClose} title={t('title', { name: conversation.buyer.name })}>
      <form className={forms.form} onSubmit={(event) => void submit(event)}>
        <p className={forms.text}>{t('lead')}</p>
        <TextInput
          type="datetime-local"
          label={t('when', { zone: timeZone })}
          max={latest}
          value={at}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
        <Textarea
          label={t('text')}
          value={text}
          maxLength={MOST_TEXT}
          autosize
          minRows={4}
          data-autofocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {problem !== null && (
          <p className={forms.problem} role="alert">
            {problem}
          </p>
        )}
        <div className={forms.actions}>
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={logging}>
            {t('submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
