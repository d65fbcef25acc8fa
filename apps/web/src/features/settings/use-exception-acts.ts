'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { DismissInboundMessageDocument, RetryInboundMessageDocument } from '../../generated/graphql.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { useRefusals } from './use-refusals.ts';

/** Time in which a dismissal can be taken back; it is sent after that, or when the page is left. */
const UNDO_MS = 10_000;

export interface ExceptionActs {
  /** Dismissed here, perhaps not sent yet. */
  hidden: ReadonlySet<string>;
  retrying: boolean;
  retry: (id: string) => Promise<void>;
  dismiss: (id: string) => void;
}

export function useExceptionActs(onChanged: () => void): ExceptionActs {
  const t = useTranslations('settings.exceptions');
  const { show } = useToasts();
  const refusals = useRefusals();
  const [retryOne, retrying] = useAct(RetryInboundMessageDocument);
  const [dismissOne] = useAct(DismissInboundMessageDocument);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Map<string, ReturnType<typeof setTimeout>>());

  const unhide = useCallback((id: string) => setHidden((all) => new Set([...all].filter((each) => each !== id))), []);
  const send = useCallback(
    async (id: string) => {
      clearTimeout(waiting.current.get(id));
      waiting.current.delete(id);
      const { failure } = await dismissOne({ id });
      if (failure === null) return;
      unhide(id);
      show({ message: refusals.ofFailure(failure), tone: 'bad' });
    },
    [dismissOne, refusals, show, unhide],
  );

  const latestSend = useRef(send);
  useEffect(() => {
    latestSend.current = send;
  }, [send]);
  useEffect(() => {
    const pending = waiting.current;
    return () => {
      for (const id of [...pending.keys()]) void latestSend.current(id);
    };
  }, []);

  const dismiss = (id: string) => {
    setHidden((all) => new Set([...all, id]));
    waiting.current.set(
      id,
      setTimeout(() => void send(id), UNDO_MS),
    );
    show({
      message: t('dismissed'),
      durationMs: UNDO_MS,
      undo: () => {
        // Held toasts outlive the wait: then it is already sent, and a retry is the way back.
        const timer = waiting.current.get(id);
        if (timer === undefined) return show({ message: t('dismissedAlready') });
        clearTimeout(timer);
        waiting.current.delete(id);
        return unhide(id);
      },
    });
  };

  const retry = async (id: string) => {
    const { data, failure } = await retryOne({ id });
    if (failure !== null) return void show({ message: refusals.ofFailure(failure), tone: 'bad' });
    onChanged();
    if (data.retryInboundMessage.__typename === 'NotFound')
      return void show({ message: refusals.ofRefusal('NotFound'), tone: 'bad' });
    return void show({ message: t('retried'), tone: 'good' });
  };
  return { hidden, retrying, retry, dismiss };
}
