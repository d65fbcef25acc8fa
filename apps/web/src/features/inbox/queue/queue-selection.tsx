'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Menu } from '../../../components/menu.tsx';
import { AssignConversationDocument } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { AssigneeItems } from '../conversation/assignee-items.tsx';
import type { Directory } from '../directory/use-directory.ts';
import classes from './queue.module.css';

/** What can be done with several conversations at once. */
export function QueueSelection({
  ids,
  directory,
  onDone,
}: {
  ids: readonly string[];
  directory: Directory;
  onDone: () => void;
}) {
  const t = useTranslations('inbox');
  const { show } = useToasts();
  const [assign, assigning] = useAct(AssignConversationDocument);

  const assignAll = async (memberId: string | null, name: string | null) => {
    const results = await Promise.all(ids.map((conversationId) => assign({ input: { conversationId, memberId } })));
    const failed = results.filter(({ data }) => data?.assignConversation.__typename !== 'ConversationSaved').length;
    if (failed > 0) show({ tone: 'bad', message: t('queue.assignFailed', { failed, count: ids.length }) });
    else {
      show({
        tone: 'good',
        message:
          name === null
            ? t('queue.unassigned', { count: ids.length })
            : t('queue.assigned', { count: ids.length, name }),
      });
      onDone();
    }
  };

  return (
    <div className={classes.selection}>
      <span role="status">{t('queue.selected', { count: ids.length })}</span>
      {ids.length > 0 && (
        <Menu
          label={t('assign')}
          align="end"
          trigger={(props) => (
            <Button variant="default" loading={assigning} {...props}>
              {t('assign')}
            </Button>
          )}
        >
          <AssigneeItems
            directory={directory}
            assigneeId={undefined}
            onChoose={(id, name) => void assignAll(id, name)}
          />
        </Menu>
      )}
      <Button variant="subtle" onClick={onDone}>
        {t('queue.selectDone')}
      </Button>
    </div>
  );
}
