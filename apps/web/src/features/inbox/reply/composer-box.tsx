'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { NoteIcon, SendIcon, SparkIcon } from '../../../components/icons.tsx';
import { FailureState } from '../../../components/states.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useShortcuts } from '../../../platform/keyboard/shortcuts-provider.tsx';
import type { Conversation } from '../conversation/use-conversation.ts';
import { CommitmentTicks } from './commitment-ticks.tsx';
import classes from './composer.module.css';
import { HoldingReply } from './holding-reply.tsx';
import { MovedNotice } from './moved-notice.tsx';
import { ReplyFilesList } from './reply-files-list.tsx';
import { ReplyTools } from './reply-tools.tsx';
import type { SaveState } from './reply-draft-saver.ts';
import type { Composer } from './use-composer.ts';

/** Reply or note. Enter adds a line; Ctrl/Cmd+Enter sends, also while typing. */
export function ComposerBox({ conversation, composer }: { conversation: Conversation; composer: Composer }) {
  const t = useTranslations('inbox');
  const { canReply, canNote, mode, reply } = composer;
  const group = t('keys.conversation');
  useShortcuts([
    ...(canReply
      ? [
          {
            keys: 'r',
            label: t('composer.reply'),
            group,
            run: () => composer.focus('reply'),
            palette: 'record' as const,
          },
        ]
      : []),
    ...(canNote
      ? [{ keys: 'n', label: t('composer.note'), group, run: () => composer.focus('note'), palette: 'record' as const }]
      : []),
    { keys: 'mod+enter', label: t('composer.send'), group, run: composer.send, whileTyping: true },
  ]);
  if (!canReply && !canNote) return <p className={classes.readOnly}>{t('composer.readOnly')}</p>;

  const blocked = mode === 'reply' && (conversation.status === 'CLOSED' || conversation.status === 'SPAM');
  const takesFiles = mode === 'reply' && !blocked;
  const unreadable = mode === 'reply' && reply.status === 'unreadable';
  return (
    <section
      className={classes.composer}
      data-mode={mode}
      aria-label={t('composer.label')}
      onDragOver={(event) => {
        if (takesFiles && event.dataTransfer.types.includes('Files')) event.preventDefault();
      }}
      onDrop={(event) => {
        if (!takesFiles || event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        composer.files.uploads.add([...event.dataTransfer.files]);
      }}
    >
      <div className={classes.modes} role="group" aria-label={t('composer.mode')}>
        {canReply && (
          <button type="button" aria-pressed={mode === 'reply'} onClick={() => composer.focus('reply')}>
            {t('composer.reply')}
          </button>
        )}
        {canNote && (
          <button type="button" aria-pressed={mode === 'note'} onClick={() => composer.focus('note')}>
            <NoteIcon width="1em" height="1em" /> {t('composer.note')}
          </button>
        )}
        <span className={classes.via}>
          {mode === 'note'
            ? t('composer.noteHint')
            : t(conversation.channel.kind === 'DEMO' ? 'composer.viaDemo' : 'composer.via', {
                channel: conversation.channel.name,
              })}
        </span>
      </div>
      {composer.moved && (
        <MovedNotice
          moved={composer.moved}
          onLook={composer.lookedAtNews}
          onSendAnyway={composer.sendAnyway}
          busy={composer.busy}
        />
      )}
      {blocked ? (
        <p className={classes.blocked}>{t(`composer.blocked.${conversation.status === 'SPAM' ? 'SPAM' : 'CLOSED'}`)}</p>
      ) : (
        <>
          <textarea
            ref={composer.field}
            aria-label={t(mode === 'reply' ? 'composer.replyText' : 'composer.noteText')}
            placeholder={t(mode === 'reply' ? 'composer.replyPlaceholder' : 'composer.notePlaceholder')}
            className={classes.field}
            value={composer.text}
            onChange={(event) => composer.onText(event.currentTarget.value)}
            readOnly={mode === 'reply' && reply.status !== 'ready'}
            dir="auto"
            spellCheck
          />
          {mode === 'reply' && <HoldingReply promise={composer.promise} />}
          {mode === 'reply' && <ReplyFilesList files={composer.files} />}
          {mode === 'reply' && <CommitmentTicks composer={composer} />}
          {composer.problem && (
            <p className={classes.problem} role="alert">
              {t(`composer.problems.${composer.problem}`)}
            </p>
          )}
          {composer.failure && <FailureState failure={composer.failure} onRetry={composer.send} compact />}
          <footer className={classes.footer}>
            {mode === 'reply' && <ReplyTools conversation={conversation} composer={composer} />}
            {mode === 'reply' && reply.draftId !== null && (
              <span className={classes.assisted} title={t('composer.assistedHint')}>
                <SparkIcon width="1em" height="1em" /> {t('composer.assisted')}
              </span>
            )}
            {unreadable ? (
              <Button variant="default" onClick={() => void reply.reread()}>
                {t('composer.readAgain')}
              </Button>
            ) : (
              mode === 'reply' && <Saved state={reply.saveState} />
            )}
            <Button
              className={classes.send}
              variant={composer.text.trim() === '' ? 'default' : 'filled'}
              leftSection={mode === 'reply' ? <SendIcon /> : <NoteIcon />}
              loading={composer.busy}
              onClick={composer.send}
            >
              {t(mode === 'reply' ? 'composer.send' : 'composer.addNote')}
            </Button>
          </footer>
        </>
      )}
    </section>
  );
}

function Saved({ state }: { state: SaveState }) {
  const t = useTranslations('inbox');
  const formats = useFormats();
  const words =
    state.kind === 'empty'
      ? ''
      : state.kind === 'saved'
        ? t('composer.saved', { at: formats.time(state.at) })
        : state.kind === 'failed'
          ? t('composer.saveFailed')
          : t('composer.saving');
  return (
    <span className={classes.saved} data-state={state.kind} role="status">
      {words}
    </span>
  );
}
