'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { AlertIcon } from '../../../components/icons.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import classes from './composer.module.css';
import type { Moved } from './use-composer.ts';

/** Somebody answered while this reply was written: what they wrote, before anything more leaves. */
export function MovedNotice({
  moved,
  onLook,
  onSendAnyway,
  busy,
}: {
  moved: Moved;
  onLook: () => void;
  onSendAnyway: () => void;
  busy: boolean;
}) {
  const t = useTranslations('inbox');
  const formats = useFormats();
  return (
    <div className={classes.moved} role="alert">
      <p className={classes.movedTitle}>
        <AlertIcon width="1em" height="1em" /> {t('moved.title', { count: moved.newMessages.length })}
      </p>
      <ul className={classes.movedList}>
        {moved.newMessages.map((message) => (
          <li key={message.id}>
            <span className={classes.movedMeta}>
              {message.authorName ?? t('author.assistant')} · {formats.time(message.sentAt)}
            </span>
            <span className={classes.movedText} dir="auto">
              {message.text}
            </span>
          </li>
        ))}
      </ul>
      <div className={classes.movedActions}>
        <Button variant="default" onClick={onLook}>
          {t('moved.look')}
        </Button>
        <Button variant="subtle" loading={busy} onClick={onSendAnyway}>
          {t('moved.sendAnyway')}
        </Button>
      </div>
    </div>
  );
}
