'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { CancelImportDocument } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import classes from '../imports.module.css';
import type { OpenImport } from '../import-words.ts';
import { LeaveImport } from '../leave-import.tsx';
import { shareDone } from '../moving.ts';
import { useImportAct } from '../use-import-act.ts';

/** While the server is at work: how far it is. Nobody has to wait here; it goes on without the window. */
export function MovingStep({
  opened,
  onChanged,
  onLeave,
}: {
  opened: OpenImport;
  onChanged: () => void;
  onLeave: () => void;
}) {
  const t = useTranslations('imports.moving');
  const formats = useFormats();
  const share = shareDone(opened);
  const status =
    opened.status === 'CHECKING' || opened.status === 'RUNNING' || opened.status === 'UNDOING'
      ? opened.status
      : 'READING';
  const waits = opened.problemCode === 'WAITS_FOR_IMPORT';
  const percent = share === null ? null : Math.floor(share * 100);
  return (
    <Panel
      title={t(`titles.${status}`)}
      lead={t(status === 'READING' || status === 'CHECKING' ? 'leadBefore' : 'lead')}
    >
      <progress
        className={classes.bar}
        max={100}
        {...(percent !== null && { value: percent })}
        aria-label={t(`titles.${status}`)}
      />
      <div className={classes.progressLine}>
        <span role="status">
          {waits
            ? t('waits')
            : percent === null
              ? t('counting')
              : t('progress', {
                  percent,
                  done: formats.number(opened.doneRows),
                  total: formats.number(opened.totalRows ?? 0),
                })}
        </span>
        {(status === 'READING' || status === 'CHECKING') && (
          <LeaveImport opened={opened} onChanged={onChanged} onLeave={onLeave} />
        )}
        {status === 'RUNNING' && <StopButton opened={opened} onChanged={onChanged} />}
      </div>
    </Panel>
  );
}

function StopButton({ opened, onChanged }: { opened: OpenImport; onChanged: () => void }) {
  const t = useTranslations('imports.moving');
  const [asking, setAsking] = useState(false);
  const [cancel, cancelling] = useImportAct(CancelImportDocument, (data) => data.cancelImport, onChanged);
  const stop = async () => {
    await cancel({ id: opened.id });
    setAsking(false);
  };
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('stop')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('stopTitle')}
        act={t('stop')}
        running={cancelling}
        onConfirm={() => void stop()}
        onClose={() => setAsking(false)}
      >
        {t('stopText')}
      </ConfirmDialog>
    </>
  );
}
