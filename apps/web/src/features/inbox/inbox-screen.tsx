'use client';
import { useTranslations } from 'next-intl';
import { InboxIcon } from '../../components/icons.tsx';
import { EmptyState } from '../../components/states.tsx';
import { ConversationWorkspace } from './conversation-workspace.tsx';
import { useDirectory } from './directory/use-directory.ts';
import classes from './inbox.module.css';
import { QueuePane } from './queue/queue-pane.tsx';
import { useLeaving } from './queue/use-leaving.ts';
import { useQueueUrl } from './queue/use-queue-url.ts';
import { useOpenConversation } from './use-open-conversation.ts';

/** The inbox: list, conversation, and what helps to answer it; one of them at a time on a narrow screen. */
export function InboxScreen() {
  const t = useTranslations('inbox');
  const opened = useOpenConversation();
  const queueUrl = useQueueUrl();
  const directory = useDirectory();
  const { panel } = queueUrl.values;
  const leaving = useLeaving();
  return (
    <div className={classes.frame}>
      <h1 className="visually-hidden">{t('title')}</h1>
      <div className={classes.inbox} data-open={opened.id !== null || undefined} data-panel={panel ?? undefined}>
        <QueuePane opened={opened} queueUrl={queueUrl} directory={directory} leaving={leaving} />
        {opened.id === null ? (
          <div className={classes.nothingOpen}>
            <EmptyState icon={<InboxIcon />} title={t('nothingOpen')}>
              {t('nothingOpenText')}
            </EmptyState>
          </div>
        ) : (
          <ConversationWorkspace
            key={opened.id}
            id={opened.id}
            directory={directory}
            leaving={leaving}
            panel={panel}
            onPanel={(next) => queueUrl.set({ panel: next }, 'replace')}
            onBack={() => opened.open(null)}
          />
        )}
      </div>
    </div>
  );
}
