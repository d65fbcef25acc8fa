'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { AlertIcon } from '../../../components/icons.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { RunImportDocument } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { ColumnsSummary } from '../columns/columns-summary.tsx';
import classes from '../imports.module.css';
import { type OpenImport, useFileProblemText } from '../import-words.ts';
import { LeaveImport } from '../leave-import.tsx';
import { useImportAct } from '../use-import-act.ts';
import { useWritableKinds } from '../writable-kinds.ts';
import { BadRows } from './bad-rows.tsx';
import { PreviewList } from './preview-list.tsx';

interface CheckStepProps {
  opened: OpenImport;
  onChanged: () => void;
  onLeave: () => void;
  addressOf: (id: string) => string;
}

/** The third step: what running would do, and the rows that cannot be taken, to be mended here or left. */
export function CheckStep({ opened, onChanged, onLeave, addressOf }: CheckStepProps) {
  const t = useTranslations('imports.check');
  const amount = useTranslations('imports.amount');
  const fileProblem = useFileProblemText();
  const [run, running] = useImportAct(RunImportDocument, (data) => data.runImport, onChanged);
  const mayRun = useWritableKinds().includes(opened.kind);
  const { goodRows, badRows } = opened;
  return (
    <div className={classes.stack}>
      <SameFileNotice opened={opened} addressOf={addressOf} />
      {opened.problemCode !== null && <Notice tone="bad">{fileProblem(opened)}</Notice>}
      {badRows > goodRows && <Notice tone="bad">{t('mostlyBad')}</Notice>}
      <Panel
        title={badRows === 0 ? t('titleGood') : t('title', { good: goodRows, bad: badRows })}
        lead={badRows === 0 ? t('leadGood') : t('lead')}
      >
        <PreviewList opened={opened} />
        <div className={classes.acts}>
          {mayRun && goodRows > 0 && (
            <Button size="lg" loading={running} onClick={() => void run({ id: opened.id })}>
              {t('run', { what: amount(opened.kind, { count: goodRows }) })}
            </Button>
          )}
          <LeaveImport opened={opened} onChanged={onChanged} onLeave={onLeave} />
          <p className={classes.dim}>
            {!mayRun && t('mayNotRun')}
            {mayRun && goodRows === 0 && t('nothingGood')}
            {mayRun && goodRows > 0 && badRows > 0 && t('restStays', { count: badRows })}
          </p>
        </div>
      </Panel>
      <BadRows opened={opened} onChanged={onChanged} />
      <ColumnsSummary opened={opened} onChanged={onChanged} />
    </div>
  );
}

function SameFileNotice({ opened, addressOf }: Pick<CheckStepProps, 'opened' | 'addressOf'>) {
  const t = useTranslations('imports.check');
  const formats = useFormats();
  const { sameFileAs } = opened;
  if (sameFileAs === null) return null;
  return (
    <Notice tone="warning">
      {t.rich('sameFile', {
        at: formats.dateTime(sameFileAs.createdAt),
        link: (text) => <Link href={addressOf(sameFileAs.id)}>{text}</Link>,
      })}
    </Notice>
  );
}

function Notice({ tone, children }: { tone: 'warning' | 'bad'; children: ReactNode }) {
  return (
    <div className={classes.notice} data-tone={tone} role="status">
      <AlertIcon />
      <p>{children}</p>
    </div>
  );
}
