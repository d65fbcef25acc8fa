'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Fragment, memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { ArrowDownIcon } from '../../../components/icons.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import classes from './conversation.module.css';
import { MessageItem } from './message-item.tsx';
import messageClasses from './message.module.css';
import type { OpenedConversation } from './use-conversation.ts';

/** This near the end counts as reading the newest message. */
const NEAR_END_PX = 80;

interface MessageListProps {
  conversationId: string;
  opened: OpenedConversation;
  buyerName: string;
  channelName: string;
  onTakenBack: () => void;
}

/** The thread, oldest first. It opens at its end, follows new messages while the reader is there, and otherwise stays where it is read. */
export const MessageList = memo(function MessageList({
  conversationId,
  opened,
  buyerName,
  channelName,
  onTakenBack,
}: MessageListProps) {
  const t = useTranslations('inbox');
  const formats = useFormats();
  const { messages, hasEarlier, loadingEarlier, loadEarlier, apply } = opened;
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLOListElement>(null);
  const atEnd = useRef(true);
  const [unseen, setUnseen] = useState(0);
  const heightBefore = useRef<number | null>(null);
  const lastId = messages.at(-1)?.id;
  const knownLast = useRef<string | undefined>(undefined);
  const firstId = messages[0]?.id;

  const toEnd = () => {
    const view = scroller.current;
    if (view) view.scrollTop = view.scrollHeight;
    setUnseen(0);
  };

  useLayoutEffect(() => {
    // Earlier messages were put on top: keep the line that was read where it is.
    const view = scroller.current;
    if (view && heightBefore.current !== null) view.scrollTop += view.scrollHeight - heightBefore.current;
    heightBefore.current = null;
  }, [firstId]);

  useLayoutEffect(() => {
    if (lastId === undefined || lastId === knownLast.current) return;
    const isFirst = knownLast.current === undefined;
    const added = isFirst ? 0 : messages.length - 1 - messages.findIndex(({ id }) => id === knownLast.current);
    knownLast.current = lastId;
    if (isFirst || atEnd.current) toEnd();
    else setUnseen((count) => count + added);
  }, [lastId, messages]);

  useEffect(() => {
    // Rows are drawn lazily and the composer grows: while at the end, stay there.
    const observer = new ResizeObserver(
      () => atEnd.current && scroller.current && (scroller.current.scrollTop = scroller.current.scrollHeight),
    );
    for (const element of [scroller.current, content.current]) if (element) observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const onScroll = () => {
    const view = scroller.current;
    if (!view) return;
    atEnd.current = view.scrollHeight - view.scrollTop - view.clientHeight < NEAR_END_PX;
    if (atEnd.current) setUnseen(0);
    if (view.scrollTop <= 0 && hasEarlier && !loadingEarlier) void onEarlier();
  };
  const onEarlier = async () => {
    heightBefore.current = scroller.current?.scrollHeight ?? null;
    await loadEarlier();
  };

  const newest = messages.at(-1);
  return (
    <div className={classes.messages}>
      <div
        ref={scroller}
        className={classes.scroller}
        onScroll={onScroll}
        tabIndex={0}
        role="region"
        aria-label={t('messages')}
      >
        {hasEarlier && (
          <div className={classes.earlier}>
            <Button variant="default" loading={loadingEarlier} onClick={() => void onEarlier()}>
              {t('loadEarlier')}
            </Button>
          </div>
        )}
        <ol ref={content} className={messageClasses.list}>
          {messages.map((message, index) => {
            const day = formats.day(message.sentAt);
            const previous = messages[index - 1];
            return (
              <Fragment key={message.id}>
                {(!previous || formats.day(previous.sentAt) !== day) && <li className={messageClasses.day}>{day}</li>}
                <MessageItem
                  conversationId={conversationId}
                  message={message}
                  buyerName={buyerName}
                  channelName={channelName}
                  onOutcome={apply}
                  onTakenBack={onTakenBack}
                />
              </Fragment>
            );
          })}
        </ol>
      </div>
      {unseen > 0 && (
        <button type="button" className={classes.unseen} onClick={toEnd}>
          <ArrowDownIcon /> {t('newMessages', { count: unseen })}
        </button>
      )}
      <span className="visually-hidden" role="status">
        {newest?.direction === 'INBOUND' && unseen > 0 ? t('newMessageFrom', { name: buyerName }) : ''}
      </span>
    </div>
  );
});
