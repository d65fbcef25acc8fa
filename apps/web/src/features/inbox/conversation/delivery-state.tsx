'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AlertIcon, CheckIcon, ClockIcon, SendIcon } from '../../../components/icons.tsx';
import { CancelReplyDocument, ResendReplyDocument } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useShortcuts } from '../../../platform/keyboard/shortcuts-provider.tsx';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { deliveryReason } from './delivery-reason.ts';
import classes from './message.module.css';
import type { Message, Outcome } from './use-conversation.ts';
import { useSecondsUntil } from './use-seconds-until.ts';

interface DeliveryStateProps {
  message: Message;
  onOutcome: (outcome: Outcome) => void;
  onTakenBack: () => void;
}

/** From here on a wait is told in minutes. */
const LONG_WAIT_S = 90;

/** How far one of our replies has come, and what can still be done about it. */
export function DeliveryState({ message, onOutcome, onTakenBack }: DeliveryStateProps) {
  const t = useTranslations('inbox');
  if (message.deliveryStatus === 'QUEUED')
    return <Leaving message={message} onOutcome={onOutcome} onTakenBack={onTakenBack} />;
  if (message.deliveryStatus === 'FAILED')
    return <NotDelivered message={message} onOutcome={onOutcome} onTakenBack={onTakenBack} />;
  const delivered = message.deliveryStatus === 'DELIVERED';
  return (
    <p className={classes.delivery}>
      {delivered ? <CheckIcon width="1em" height="1em" /> : <SendIcon width="1em" height="1em" />}
      {t(delivered ? 'delivery.DELIVERED' : 'delivery.SENDING')}
    </p>
  );
}

function Leaving({ message, onOutcome, onTakenBack }: DeliveryStateProps) {
  const t = useTranslations('inbox');
  const may = useMay();
  const formats = useFormats();
  const seconds = useSecondsUntil(message.deliverAt);
  const retrying = message.deliveryAttempts > 0;
  const time = seconds < LONG_WAIT_S ? t('delivery.seconds', { seconds }) : formats.duration(seconds / 60);
  const takeBack = useTakeBack(message.id, onOutcome, onTakenBack);
  const canUndo = seconds > 0 && may('inbox:reply');
  return (
    <div className={classes.delivery}>
      <ClockIcon width="1em" height="1em" />
      <span>
        {seconds === 0
          ? t('delivery.SENDING')
          : retrying
            ? t('delivery.retriesIn', { time, attempts: message.deliveryAttempts })
            : t('delivery.leavesIn', { time })}
      </span>
      {canUndo && <UndoButton onUndo={takeBack.run} running={takeBack.running} />}
      {takeBack.problem && <span role="alert">{takeBack.problem}</span>}
    </div>
  );
}

/** Ctrl/Cmd+Z means this reply for as long as it can be taken back. */
function UndoButton({ onUndo, running }: { onUndo: () => void; running: boolean }) {
  const t = useTranslations('inbox');
  useShortcuts([{ keys: 'mod+z', label: t('delivery.undo'), group: t('keys.conversation'), run: onUndo }]);
  return (
    <Button variant="default" loading={running} onClick={onUndo}>
      {t('delivery.undo')}
    </Button>
  );
}

function NotDelivered({ message, onOutcome, onTakenBack }: DeliveryStateProps) {
  const t = useTranslations('inbox');
  const may = useMay();
  const [resend, resending] = useAct(ResendReplyDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const takeBack = useTakeBack(message.id, onOutcome, onTakenBack);
  const onResend = async () => {
    const { data } = await resend({ messageId: message.id });
    if (data?.resendReply.__typename === 'ReplySaved') onOutcome(data.resendReply);
    setProblem(data?.resendReply.__typename === 'ReplySaved' ? null : t('delivery.resendFailed'));
  };
  const reason = deliveryReason(message.deliveryError);
  return (
    <div className={classes.failed} role="alert">
      <p>
        <AlertIcon width="1em" height="1em" />
        <strong>{t('delivery.FAILED')}</strong>
        <span>{t('delivery.attempts', { count: message.deliveryAttempts })}</span>
      </p>
      <p>{t(`delivery.reasons.${reason.key}`, { status: reason.key === 'answered' ? reason.status : '' })}</p>
      {reason.key === 'unknown' && message.deliveryError !== null && (
        <p className={classes.detail}>{message.deliveryError}</p>
      )}
      {may('inbox:reply') && (
        <div className={classes.failedActions}>
          <Button variant="default" loading={resending} onClick={() => void onResend()}>
            {t('delivery.resend')}
          </Button>
          <Button variant="subtle" loading={takeBack.running} onClick={takeBack.run}>
            {t('delivery.edit')}
          </Button>
        </div>
      )}
      {(problem ?? takeBack.problem) && <p>{problem ?? takeBack.problem}</p>}
    </div>
  );
}

function useTakeBack(messageId: string, onOutcome: (outcome: Outcome) => void, onTakenBack: () => void) {
  const t = useTranslations('inbox');
  const [cancel, running] = useAct(CancelReplyDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async () => {
    const { data } = await cancel({ messageId });
    if (data?.cancelReply.__typename === 'ReplySaved') {
      onOutcome(data.cancelReply);
      onTakenBack();
    } else setProblem(t(data?.cancelReply.__typename === 'AlreadySent' ? 'delivery.tooLate' : 'delivery.undoFailed'));
  };
  return { run: () => void run(), running, problem };
}
