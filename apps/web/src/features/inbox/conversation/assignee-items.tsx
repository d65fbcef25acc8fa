'use client';
import { Menu } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CheckIcon } from '../../../components/icons.tsx';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import type { Directory } from '../directory/use-directory.ts';

export interface AssigneeItemsProps {
  directory: Directory;
  /** Who has it now: null nobody, undefined when several conversations are meant. */
  assigneeId: string | null | undefined;
  onChoose: (memberId: string | null, name: string | null) => void;
}

/** Choices of an assignee menu: oneself first, then the others, then nobody. */
export function AssigneeItems({ directory, assigneeId, onChoose }: AssigneeItemsProps) {
  const t = useTranslations('inbox');
  const { memberId, memberName } = useWorkspace();
  const others = directory.members.filter(({ id }) => id !== memberId);
  const mark = (chosen: boolean) => (chosen ? <CheckIcon /> : undefined);
  return (
    <>
      <Menu.Item rightSection={mark(assigneeId === memberId)} onClick={() => onChoose(memberId, memberName)}>
        {t('assignMe', { name: memberName })}
      </Menu.Item>
      {others.map(({ id, name }) => (
        <Menu.Item key={id} rightSection={mark(assigneeId === id)} onClick={() => onChoose(id, name)}>
          {name}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item rightSection={mark(assigneeId === null)} onClick={() => onChoose(null, null)}>
        {t('assignNobody')}
      </Menu.Item>
    </>
  );
}
