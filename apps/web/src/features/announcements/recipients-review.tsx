'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import forms from '../../components/form.module.css';
import { Panel } from '../../components/page-frame.tsx';
import { EmptyState } from '../../components/states.tsx';
import {
  type AnnouncementFactsFragment,
  type RecipientRowFragment,
  RemoveAnnouncementDocument,
  SendAnnouncementDocument,
} from '../../generated/graphql.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { useFailureText } from '../../platform/graphql/use-failure-text.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { useMay, useWorkspace, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import classes from './announcements.module.css';
import { RecipientItem } from './recipient-item.tsx';
import { useTakeBack } from './use-take-back.ts';

/** Every message as its buyer will read it; then one button that says how many it writes to. */
export function RecipientsReview({
  announcement,
  onChanged,
}: {
  announcement: AnnouncementFactsFragment & { readonly recipients: readonly RecipientRowFragment[] };
  onChanged: () => void;
}) {
  const t = useTranslations('announcements');
  const may = useMay();
  const { recipients, readyCount } = announcement;
  const { problem, running, send, remove, removing } = useSending(announcement, onChanged);
  // Who was left out by hand stays in place: the same button takes them in again.
  const choices = recipients.filter(({ state, skipReason }) => state !== 'SKIPPED' || skipReason === 'BY_HAND');
  const barred = recipients.filter((recipient) => !choices.includes(recipient));
  return (
    <Panel title={t('review', { count: readyCount })} lead={t('reviewLead')}>
      {recipients.length === 0 && <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState>}
      <ul className={classes.recipients}>
        {choices.map((recipient) => (
          <RecipientItem key={recipient.id} recipient={recipient} onChanged={onChanged} />
        ))}
      </ul>
      {problem !== null && (
        <p className={forms.problem} role="alert">
          {problem}
        </p>
      )}
      {may('announcement:send') && (
        <div className={forms.actions}>
          <Button variant="default" loading={removing} onClick={() => void remove()}>
            {t('remove')}
          </Button>
          <Button loading={running} disabled={readyCount === 0} onClick={() => void send()}>
            {t('send', { count: readyCount })}
          </Button>
        </div>
      )}
      {barred.length > 0 && (
        <details className={classes.barred}>
          <summary>{t('barred', { count: barred.length })}</summary>
          <ul className={classes.recipients}>
            {barred.map((recipient) => (
              <RecipientItem key={recipient.id} recipient={recipient} onChanged={onChanged} />
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

function useSending({ id, readyCount }: AnnouncementFactsFragment, onChanged: () => void) {
  const t = useTranslations('announcements');
  const router = useRouter();
  const href = useWorkspaceHref();
  const failureText = useFailureText();
  const { undoSendSeconds } = useWorkspace();
  const { show } = useToasts();
  const [sendAll, running] = useAct(SendAnnouncementDocument);
  const [takeBack] = useTakeBack(id, onChanged);
  const [removeDraft, removing] = useAct(RemoveAnnouncementDocument);
  const [problem, setProblem] = useState<string | null>(null);

  const send = async () => {
    setProblem(null);
    const { data, failure } = await sendAll({ input: { id, count: readyCount } });
    if (failure !== null) return setProblem(failureText(failure));
    onChanged();
    const result = data.sendAnnouncement;
    if (result.__typename === 'RecipientsMoved') return setProblem(t('moved', { count: result.readyCount }));
    if (result.__typename !== 'Announcement') return setProblem(t('alreadySent'));
    const sent = { message: t('sentTo', { count: result.sentCount }), tone: 'good' as const };
    if (undoSendSeconds === 0) return show(sent);
    return show({ ...sent, undo: () => void takeBack(), durationMs: undoSendSeconds * 1000 });
  };
  const remove = async () => {
    setProblem(null);
    const { data, failure } = await removeDraft({ id });
    if (failure !== null) return setProblem(failureText(failure));
    if (data.removeAnnouncement.__typename !== 'Removed') return setProblem(t('alreadySent'));
    show({ message: t('removed'), tone: 'good' });
    return router.replace(href('products', 'announcements'));
  };
  return { problem, running, removing, send, remove };
}
