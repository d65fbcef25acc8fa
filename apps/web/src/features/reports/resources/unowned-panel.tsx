'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { AssignUnownedDocument } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useMay, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import classes from '../reports.module.css';
import { useFailureText } from '../../../platform/graphql/use-failure-text.ts';

/** Buyers without an owner, and the one act that gives them theirs. */
export function UnownedPanel({ unassigned, onAssigned }: { unassigned: number; onAssigned: () => void }) {
  const t = useTranslations('reports.resources');
  const may = useMay();
  const href = useWorkspaceHref();
  const failureText = useFailureText();
  const { show } = useToasts();
  const [assign, running] = useAct(AssignUnownedDocument);
  const [asking, setAsking] = useState(false);
  const run = async () => {
    const { data, failure } = await assign({});
    setAsking(false);
    onAssigned();
    if (failure !== null) return show({ message: failureText(failure), tone: 'bad' });
    const { assigned, left } = data.assignUnowned;
    return show({ message: t('assigned', { assigned, left }), tone: 'good' });
  };
  return (
    <Panel
      title={t('unowned', { count: unassigned })}
      lead={t('unownedLead')}
      actions={
        unassigned > 0 && may('policy:manage') ? (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('assign')}
          </Button>
        ) : null
      }
      flush
    >
      {unassigned > 0 ? (
        <p className={classes.full}>
          <Link href={`${href('buyers')}?owner=none`}>{t('seeUnowned')}</Link>
        </p>
      ) : (
        <p className={classes.full}>{t('noUnowned')}</p>
      )}
      <ConfirmDialog
        opened={asking}
        title={t('assignTitle')}
        act={t('assignAct', { count: unassigned })}
        running={running}
        onClose={() => setAsking(false)}
        onConfirm={() => void run()}
      >
        <p>{t('assignText', { count: unassigned })}</p>
      </ConfirmDialog>
    </Panel>
  );
}
