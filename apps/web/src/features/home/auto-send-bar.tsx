'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { StatusBadge } from '../../components/badges.tsx';
import { type HomeQuery, PauseAutoSendDocument, ResumeAutoSendDocument } from '../../generated/graphql.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { useFailureText } from '../../platform/graphql/use-failure-text.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { useMay } from '../../platform/viewer/viewer-provider.tsx';
import classes from './home.module.css';

type AutoSend = HomeQuery['home']['autoSend'];

/** Whether the assistant may send by itself, with the brake beside it: everybody who answers may pull it, managers release it. */
export function AutoSendBar({ autoSend, onChanged }: { autoSend: AutoSend; onChanged: () => void }) {
  const t = useTranslations('home.autoSend');
  const failureText = useFailureText();
  const { show } = useToasts();
  const may = useMay();
  const [pause, pausing] = useAct(PauseAutoSendDocument);
  const [resume, resuming] = useAct(ResumeAutoSendDocument);
  const change = async () => {
    const { failure } = await (autoSend.paused ? resume({}) : pause({}));
    if (failure !== null) return show({ message: failureText(failure), tone: 'bad' });
    onChanged();
    return show({ message: t(autoSend.paused ? 'resumedNow' : 'pausedNow'), tone: 'good' });
  };
  const on = autoSend.channels > 0 ? t('onChannels', { count: autoSend.channels }) : t('onNone');
  const allowed = may(autoSend.paused ? 'workspace:manage' : 'inbox:reply');
  return (
    <div className={classes.autoSend} role="group" aria-label={t('label')}>
      <StatusBadge tone={autoSend.paused ? 'warning' : 'info'}>{autoSend.paused ? t('paused') : on}</StatusBadge>
      {allowed && (
        <Button
          variant="default"
          loading={pausing || resuming}
          onClick={() => void change()}
          aria-label={t(autoSend.paused ? 'resumeLabel' : 'pauseLabel')}
        >
          {t(autoSend.paused ? 'resume' : 'pause')}
        </Button>
      )}
      {!allowed && autoSend.paused && <span>{t('managersResume')}</span>}
    </div>
  );
}
