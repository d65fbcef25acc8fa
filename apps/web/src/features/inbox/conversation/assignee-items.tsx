'use client';
import { useTranslations } from 'next-intl';
import { MenuDivider, MenuItem } from '../../../components/menu.tsx';
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
  // Of several conversations none is marked.
  const mark = (id: string | null) => (assigneeId === undefined ? undefined : assigneeId === id);
  return (
    <>
      <MenuItem checked={mark(memberId)} onClick={() => onChoose(memberId, memberName)}>
        {t('assignMe', { name: memberName })}
      </MenuItem>
      {others.map(({ id, name }) => (
        <MenuItem key={id} checked={mark(id)} onClick={() => onChoose(id, name)}>
          {name}
        </MenuItem>
      ))}
      <MenuDivider />
      <MenuItem checked={mark(null)} onClick={() => onChoose(null, null)}>
        {t('assignNobody')}
      </MenuItem>
    </>
  );
}
