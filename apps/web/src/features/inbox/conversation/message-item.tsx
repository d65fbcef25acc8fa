'use client';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { ClockIcon, NoteIcon, PhoneIcon, SparkIcon } from '../../../components/icons.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { DeliveryState } from './delivery-state.tsx';
import { MessageBody } from './html/message-body.tsx';
import { LinkedText } from './linked-text.tsx';
import { MessageFiles } from './message-files.tsx';
import classes from './message.module.css';
import type { Message, Outcome } from './use-conversation.ts';

export interface MessageItemProps {
  conversationId: string;
  message: Message;
  buyerName: string;
  channelName: string;
  onOutcome: (outcome: Outcome) => void;
  /** A reply was taken back: its text is on the server as the viewer's draft. */
  onTakenBack: () => void;
}

/** One message with who wrote it, in what way, and how far it has come. */
export const MessageItem = memo(function MessageItem({
  conversationId,
  message,
  buyerName,
  channelName,
  onOutcome,
  onTakenBack,
}: MessageItemProps) {
  const t = useTranslations('inbox.message');
  const formats = useFormats();
  return (
    <li className={classes.item} data-direction={message.direction} data-author={message.authorKind}>
      <article className={classes.bubble}>
        <header className={classes.meta}>
          <Authorship message={message} buyerName={buyerName} channelName={channelName} />
          <time dateTime={message.sentAt}>{formats.time(message.sentAt)}</time>
        </header>
        {message.authorKind === 'ASSISTANT' && <p className={classes.remark}>{t('automaticHint')}</p>}
        {message.autoSubmitted && (
          <p className={classes.remark}>
            <ClockIcon width="1em" height="1em" /> {t('autoSubmitted')}
          </p>
        )}
        {message.promisedFor !== null && (
          <p className={classes.remark}>
            <ClockIcon width="1em" height="1em" /> {t('promised', { at: formats.dateTime(message.promisedFor) })}
          </p>
        )}
        {message.hasHtml ? (
          <MessageBody conversationId={conversationId} messageId={message.id} text={message.text} />
        ) : (
          <LinkedText text={message.text} />
        )}
        {message.attachments.length > 0 && <MessageFiles attachments={message.attachments} />}
        {message.direction === 'OUTBOUND' && message.deliveryStatus !== null && (
          <DeliveryState message={message} onOutcome={onOutcome} onTakenBack={onTakenBack} />
        )}
      </article>
    </li>
  );
});

/** "민정", "민정, AI 도움", "Assistant, automatic reply": no message without its author (UX.md 4). */
function Authorship({
  message,
  buyerName,
  channelName,
}: Pick<MessageItemProps, 'message' | 'buyerName' | 'channelName'>) {
  const t = useTranslations('inbox');
  const name = message.authorName ?? '';
  const words = {
    BUYER: () => name || buyerName,
    MEMBER: () =>
      message.aiAssisted
        ? t('author.aiAssisted', { name: name || t('author.formerMember') })
        : name || t('author.formerMember'),
    ASSISTANT: () => t('author.automatic'),
    PLATFORM: () => t('author.platform', { channel: channelName }),
  }[message.authorKind]();
  const told = { NOTE: () => t('author.note', { name: words }), CALL: () => t('author.call', { name: words }) };
  const { direction } = message;
  return (
    <span className={classes.author}>
      {direction === 'NOTE' && <NoteIcon width="1em" height="1em" />}
      {direction === 'CALL' && <PhoneIcon width="1em" height="1em" />}
      {(message.aiAssisted || message.authorKind === 'ASSISTANT') && <SparkIcon width="1em" height="1em" />}
      <bdi>{direction === 'NOTE' || direction === 'CALL' ? told[direction]() : words}</bdi>
    </span>
  );
}
