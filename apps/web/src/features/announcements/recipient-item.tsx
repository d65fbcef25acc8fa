'use client';
import { Button, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRef, useState } from 'react';
import { ChangeRecipientDocument, type RecipientRowFragment } from '../../generated/graphql.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { useFailureText } from '../../platform/graphql/use-failure-text.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { useMay, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { GradeBadge } from '../../components/badges.tsx';
import classes from './announcements.module.css';

/** One buyer of a draft: the words for them, which may be changed, or why they are left out. */
export function RecipientItem({ recipient, onChanged }: { recipient: RecipientRowFragment; onChanged: () => void }) {
  const t = useTranslations('announcements');
  const common = useTranslations('common');
  const may = useMay();
  const href = useWorkspaceHref();
  const failureText = useFailureText();
  const { show } = useToasts();
  const [change, running] = useAct(ChangeRecipientDocument);
  const [typed, setTyped] = useState<string | null>(null);
  const { id, buyer, text, state, skipReason } = recipient;
  const opener = useRef<HTMLButtonElement>(null);
  const skipped = state === 'SKIPPED';

  const close = () => {
    setTyped(null);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const send = async (patch: { text?: string; included?: boolean }) => {
    const { data, failure } = await change({ input: { id, ...patch } });
    if (failure !== null) return show({ message: failureText(failure), tone: 'bad' });
    if (data.changeRecipient.__typename !== 'AnnouncementRecipient')
      return show({ message: t('notChanged'), tone: 'bad' });
    if (patch.text !== undefined) close();
    return onChanged();
  };

  return (
    <li className={classes.recipient} data-skipped={skipped || undefined}>
      <div className={classes.recipientHead}>
        <Link href={href('buyers', buyer.id)} className={classes.buyer}>
          {buyer.name}
        </Link>
        <GradeBadge grade={buyer.grade} size="sm" />
        {skipped && skipReason !== null && <span className={classes.reason}>{t(`skip.${skipReason}`)}</span>}
        {may('announcement:send') && (
          <span className={classes.acts}>
            {!skipped && typed === null && (
              <Button
                ref={opener}
                variant="subtle"
                onClick={() => setTyped(text)}
                aria-label={t('editFor', { name: buyer.name })}
              >
                {t('edit')}
              </Button>
            )}
            {(!skipped || skipReason === 'BY_HAND') && typed === null && (
              <Button
                variant="subtle"
                onClick={() => !running && void send({ included: skipped })}
                aria-label={t(skipped ? 'takeInFor' : 'leaveOutFor', { name: buyer.name })}
              >
                {t(skipped ? 'takeIn' : 'leaveOut')}
              </Button>
            )}
          </span>
        )}
      </div>
      {typed === null && !skipped && <p className={classes.words}>{text}</p>}
      {typed !== null && (
        <>
          <Textarea
            label={t('textFor', { name: buyer.name })}
            autosize
            minRows={4}
            maxRows={14}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={typed.trim() === '' ? t('wrong.text') : undefined}
            autoFocus
          />
          <div className={classes.recipientActs}>
            <Button variant="default" onClick={close}>
              {common('cancel')}
            </Button>
            <Button
              variant="light"
              loading={running}
              disabled={typed.trim() === ''}
              onClick={() => void send({ text: typed })}
            >
              {common('save')}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}
