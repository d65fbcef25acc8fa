'use client';
import { Button, Radio, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import forms from '../../../components/form.module.css';
import {
  type ConversationStateFragment,
  type SnoozeConversationMutation,
  EndSnoozeDocument,
  SnoozeConversationDocument,
} from '../../../generated/graphql.ts';
import type { Failure } from '../../../platform/graphql/failure.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { fromLocalInput, toLocalInput } from '../../../platform/time/local-input.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import classes from './snooze.module.css';
import { canSnooze, snoozePresets } from './snooze-presets.ts';

export interface SnoozeDialogProps {
  conversationId: string;
  buyerName: string;
  dueAt: string | null;
  /** The act begins: what shows it may do so at once. */
  onBegin?: (id: string, until: string) => void;
  onSettled?: (id: string, done: boolean) => void;
  onOutcome?: (outcome: { conversation: ConversationStateFragment }) => void;
  onClose: () => void;
}

type Answer = SnoozeConversationMutation['snoozeConversation'];
const OWN = 'own';
const REASON_LENGTH = 500;

/** Puts a waiting inquiry away until a time before it is due, with the reason. The list shows it gone at once; a refusal brings this back with all that was typed. */
export function SnoozeDialog(props: SnoozeDialogProps) {
  const { conversationId, buyerName, dueAt, onBegin, onSettled, onOutcome, onClose } = props;
  const t = useTranslations('inbox.snooze');
  const common = useTranslations('common');
  const failures = useTranslations('failure');
  const formats = useFormats();
  const { timeZone } = useWorkspace();
  const { show } = useToasts();
  const [now] = useState(() => new Date());
  const [presets] = useState(() => (dueAt === null ? [] : snoozePresets(now, dueAt, timeZone)));
  const [choice, setChoice] = useState<string>(presets[0]?.name ?? OWN);
  const [own, setOwn] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [sent, setSent] = useState(false);
  const [snooze] = useAct(SnoozeConversationDocument);
  const [endSnooze] = useAct(EndSnoozeDocument);

  if (!canSnooze(now, dueAt))
    return (
      <Dialog opened onClose={onClose} title={t('title', { name: buyerName })}>
        <p className={classes.lead}>{t('dueAlready')}</p>
        <div className={forms.actions}>
          <Button onClick={onClose} data-autofocus>
            {common('close')}
          </Button>
        </div>
      </Dialog>
    );

  const undo = async () => {
    const { data } = await endSnooze({ conversationId });
    const answer = data?.endSnooze;
    if (answer?.__typename === 'ConversationSaved') {
      onOutcome?.(answer);
      show({ message: t('ended', { name: buyerName }) });
    } else show({ tone: 'bad', message: t('failed') });
  };
  const words = (answer: Answer | undefined, failure: Failure | null) => {
    if (answer?.__typename === 'SnoozeTooLong')
      return answer.latest === null ? t('dueAlready') : t('tooLong', { latest: formats.dateTime(answer.latest) });
    if (answer?.__typename === 'ConversationNotOpen') return t('notWaiting');
    return failure ? failures(failure.kind) : t('failed');
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const until = choice === OWN ? fromLocalInput(own, timeZone) : presets.find(({ name }) => name === choice)?.until;
    const why = reason.trim();
    if (!until || until <= new Date()) return setProblem(t('timeNeeded'));
    if (until.getTime() >= Date.parse(dueAt)) return setProblem(t('tooLong', { latest: formats.dateTime(dueAt) }));
    if (why === '') return setProblem(t('reasonNeeded'));
    setProblem(null);
    setSent(true);
    const instant = until.toISOString();
    onBegin?.(conversationId, instant);
    const { data, failure } = await snooze({ input: { conversationId, until: instant, reason: why } });
    const answer = data?.snoozeConversation;
    const done = answer?.__typename === 'ConversationSaved';
    onSettled?.(conversationId, done);
    if (!done) {
      setProblem(words(answer, failure));
      return setSent(false);
    }
    onOutcome?.(answer);
    show({ message: t('done', { name: buyerName, until: formats.dateTime(instant) }), undo: () => void undo() });
    return onClose();
  };

  return (
    <Dialog opened={!sent} onClose={onClose} title={t('title', { name: buyerName })}>
      <form className={forms.form} onSubmit={(event) => void submit(event)}>
        <p className={classes.lead}>{t('lead', { due: formats.dateTime(dueAt) })}</p>
        <Radio.Group label={t('until')} value={choice} onChange={setChoice}>
          <div className={classes.times}>
            {presets.map(({ name, until }, index) => (
              <Radio
                key={name}
                value={name}
                size="md"
                data-autofocus={index === 0 || undefined}
                label={t('preset', { name: t(`presets.${name}`), at: formats.dateTime(until) })}
              />
            ))}
            <Radio value={OWN} size="md" label={t('ownTime')} />
          </div>
        </Radio.Group>
        {choice === OWN && (
          <TextInput
            type="datetime-local"
            label={t('ownTimeLabel', { zone: timeZone })}
            min={toLocalInput(now, timeZone)}
            max={toLocalInput(dueAt, timeZone)}
            value={own}
            onChange={(event) => setOwn(event.currentTarget.value)}
          />
        )}
        <TextInput
          label={t('reason')}
          description={t('reasonAdvice')}
          value={reason}
          maxLength={REASON_LENGTH}
          autoComplete="off"
          onChange={(event) => setReason(event.currentTarget.value)}
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
          <Button type="submit">{t('act')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
