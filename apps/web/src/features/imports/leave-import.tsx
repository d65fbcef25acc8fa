'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { CancelImportDocument } from '../../generated/graphql.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import type { OpenImport } from './import-words.ts';
import { useImportAct } from './use-import-act.ts';

/** Drops a file that was not imported, with what was corrected in it. */
export function LeaveImport({
  opened,
  onChanged,
  onLeave,
}: {
  opened: OpenImport;
  onChanged: () => void;
  onLeave: () => void;
}) {
  const t = useTranslations('imports.leave');
  const { show } = useToasts();
  const [asking, setAsking] = useState(false);
  const [cancel, cancelling] = useImportAct(CancelImportDocument, (data) => data.cancelImport, onChanged);
  const drop = async () => {
    const done = await cancel({ id: opened.id });
    setAsking(false);
    if (done === null) return;
    show({ message: t('done', { name: opened.fileName }) });
    onLeave();
  };
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
        {t('act')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('title')}
        act={t('act')}
        running={cancelling}
        onConfirm={() => void drop()}
        onClose={() => setAsking(false)}
      >
        {t('text', { name: opened.fileName })}
      </ConfirmDialog>
    </>
  );
}
