'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { DueConversationDocument } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useWorkspaceEvents } from '../../../platform/live/live-provider.tsx';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useMay, useWorkspace, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { type Alarm, type Rung, ringOnce } from './ring-once.ts';

const VERBS: Readonly<Record<string, Alarm>> = { 'inquiry.due_soon': 'soon', 'inquiry.overdue': 'overdue' };
/** Alarms that ring together are told together. */
const GATHER_MS = 1_000;
/** Conversations of a batch that are looked up for whose they are. */
const MOST_LOOKED_UP = 10;

/**
 * Inquiries that become due soon or overdue, told on every page: one polite announcement for each batch, and to their assignee one toast
 * with the way there.
 */
export function DueAlarms() {
  const t = useTranslations('inbox.alarms');
  const client = useClient();
  const router = useRouter();
  const formats = useFormats();
  const href = useWorkspaceHref();
  const reads = useMay()('inbox:read');
  const { memberId } = useWorkspace();
  const { show } = useToasts();
  const [told, setTold] = useState('');
  const batch = useRef<Rung[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const tell = useCallback(async () => {
    timer.current = null;
    const rung = ringOnce(batch.current);
    batch.current = [];
    const answers = await Promise.all(
      rung
        .slice(0, MOST_LOOKED_UP)
        .map(({ id }) => client.query(DueConversationDocument, { id }, { requestPolicy: 'network-only' }).toPromise()),
    );
    const mine = answers.flatMap(({ data }) => {
      const found = data?.conversation;
      // Answered while the alarm was on its way: nothing to be told.
      return found && found.status === 'WAITING' && found.assignee?.id === memberId ? [found] : [];
    });
    const [first] = mine;
    const count = (alarm: Alarm, of: readonly Rung[]) => of.filter((each) => each.alarm === alarm).length;
    if (!first) return setTold(t('batch', { overdue: count('overdue', rung), soon: count('soon', rung) }));
    const own = rung.filter(({ id }) => mine.some((each) => each.id === id));
    const overdue = own.find(({ id }) => id === first.id)?.alarm === 'overdue';
    const message =
      mine.length > 1
        ? t('batch', { overdue: count('overdue', own), soon: count('soon', own) })
        : overdue || first.dueAt === null
          ? t('overdue', { name: first.buyer.name })
          : t('dueSoon', { name: first.buyer.name, due: formats.time(first.dueAt) });
    const address = mine.length > 1 ? `${href('inbox')}?view=MINE` : href('inbox', first.id);
    // The toast is announced by itself.
    show({ message, tone: overdue ? 'bad' : 'neutral', action: { label: t('open'), run: () => router.push(address) } });
  }, [client, memberId, t, formats, href, show, router]);

  useWorkspaceEvents((event) => {
    const alarm = event && VERBS[event.verb];
    if (!reads || !alarm || event.conversationId === null) return;
    batch.current.push({ id: event.conversationId, alarm });
    timer.current ??= setTimeout(() => void tell(), GATHER_MS);
  });
  useEffect(() => () => void (timer.current && clearTimeout(timer.current)), []);

  return (
    <span className="visually-hidden" role="status">
      {told}
    </span>
  );
}
