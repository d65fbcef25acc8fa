'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ImportRowOfListFieldsFragment } from '../../../generated/graphql.ts';
import { useMay, useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import { UndoDialog } from './undo-dialog.tsx';

/** Takes an import back as a whole; nothing where there is nothing to take back, or somebody else's may not be. */
export function UndoButton({
  opened,
  onChanged,
  inList = false,
}: {
  opened: ImportRowOfListFieldsFragment;
  onChanged: () => void;
  inList?: boolean;
}) {
  const t = useTranslations('imports.undo');
  const may = useMay();
  const { memberId } = useWorkspace();
  const [asking, setAsking] = useState(false);
  const stored = opened.createdRows + opened.updatedRows;
  const own = opened.startedBy?.id === memberId;
  const ended = opened.status === 'DONE' || opened.status === 'CANCELLED' || opened.status === 'FAILED';
  if (!ended || stored === 0 || !(own || may('import:manage'))) return null;
  return (
    <>
      <Button
        variant={inList ? 'default' : 'subtle'}
        color={inList ? undefined : 'gray'}
        aria-label={inList ? t('of', { name: opened.fileName }) : undefined}
        onClick={() => setAsking(true)}
      >
        {t('act')}
      </Button>
      {asking && <UndoDialog opened={opened} onChanged={onChanged} onClose={() => setAsking(false)} />}
    </>
  );
}
