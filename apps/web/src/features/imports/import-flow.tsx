'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Bone, EmptyState, FailureState, Loading } from '../../components/states.tsx';
import { ImportPageDocument } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { CheckStep } from './check/check-step.tsx';
import { ColumnsStep } from './columns/columns-step.tsx';
import { FlowHead } from './flow-head.tsx';
import type { OpenImport } from './import-words.ts';
import { LeaveImport } from './leave-import.tsx';
import { useMaySeeFile } from './may-see-file.ts';
import { isMoving } from './moving.ts';
import { DoneStep } from './run/done-step.tsx';
import { EndedStep } from './run/ended-step.tsx';
import { MovingStep } from './run/moving-step.tsx';
import type { ImportHints } from './start/use-import-upload.ts';

interface ImportFlowProps {
  id: string;
  onFile: (file: File, hints: ImportHints) => void;
  onLeave: () => void;
  addressOf: (id: string) => string;
}

/** Progress is told by events; asked for again as well, so that a lost connection does not leave a bar standing. */
const LOOK_AGAIN_MS = 3_000;

/** One import from its file to its end. Where it stands is the server's: a reload or another tab shows the same. */
export function ImportFlow({ id, onFile, onLeave, addressOf }: ImportFlowProps) {
  const t = useTranslations('imports');
  const query = useScreenQuery(
    ImportPageDocument,
    { id },
    { refreshOn: ({ subjectKind, subjectId }) => subjectKind === 'import' && subjectId === id },
  );
  const { reload } = query;
  const opened = query.data?.import;
  const moving = opened !== undefined && opened !== null && isMoving(opened.status);
  useEffect(() => {
    if (!moving) return undefined;
    const timer = setInterval(reload, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [moving, reload]);

  return (
    <>
      {query.failure && <FailureState failure={query.failure} onRetry={reload} compact={query.data !== null} />}
      {query.loading && (
        <Loading onRetry={reload}>
          <Bone height="3.5rem" />
          <Bone height="20rem" />
        </Loading>
      )}
      {opened === null && (
        <EmptyState title={t('gone')} action={<Button onClick={onLeave}>{t('allImports')}</Button>}>
          {t('goneText')}
        </EmptyState>
      )}
      {opened && (
        <>
          <FlowHead opened={opened} />
          <Step opened={opened} onChanged={reload} onFile={onFile} onLeave={onLeave} addressOf={addressOf} />
        </>
      )}
    </>
  );
}

function Step({
  opened,
  onChanged,
  onFile,
  onLeave,
  addressOf,
}: Omit<ImportFlowProps, 'id'> & { opened: OpenImport; onChanged: () => void }) {
  const t = useTranslations('imports');
  const maySee = useMaySeeFile(opened);
  const again = (file: File) => onFile(file, { kind: opened.kind, source: opened.source });
  if (!maySee && (opened.status === 'MAPPING' || opened.status === 'CHECKED'))
    return <EmptyState title={t('others')}>{t('othersText')}</EmptyState>;
  switch (opened.status) {
    case 'READING':
    case 'CHECKING':
    case 'RUNNING':
    case 'UNDOING':
      return <MovingStep opened={opened} onChanged={onChanged} onLeave={onLeave} />;
    case 'MAPPING':
      return (
        <ColumnsStep key={opened.revision} opened={opened} onChanged={onChanged}>
          <LeaveImport opened={opened} onChanged={onChanged} onLeave={onLeave} />
        </ColumnsStep>
      );
    case 'CHECKED':
      return <CheckStep opened={opened} onChanged={onChanged} onLeave={onLeave} addressOf={addressOf} />;
    case 'DONE':
      return <DoneStep opened={opened} onChanged={onChanged} onFile={again} />;
    case 'CANCELLED':
    case 'FAILED':
    case 'UNDONE':
      return <EndedStep opened={opened} onChanged={onChanged} onFile={again} />;
  }
}
