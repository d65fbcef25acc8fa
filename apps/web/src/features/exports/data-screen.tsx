'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { DownloadIcon } from '../../components/icons.tsx';
import { Panel } from '../../components/page-frame.tsx';
import { FailureState, Loading } from '../../components/states.tsx';
import { ArchiveReadinessDocument } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useWorkspace } from '../../platform/viewer/viewer-provider.tsx';
import { ArchiveState } from './archive-state.tsx';
import { BringArchive } from './bring-archive.tsx';
import classes from './exports.module.css';
import { type ExportProblem, askFor, saveAddress } from './save-address.ts';
import { useExportProblem } from './use-export-problem.ts';

/** How often the page looks how far an archive is. */
const LOOK_AGAIN_MS = 2_000;

/** Everything out, everything in. */
export function DataScreen() {
  const t = useTranslations('exports.data');
  const query = useScreenQuery(
    ArchiveReadinessDocument,
    {},
    { refreshOn: ({ subjectKind }) => subjectKind === 'archive' },
  );
  const { reload } = query;
  const readiness = query.data?.archiveReadiness ?? null;
  const last = readiness?.last ?? null;
  const underWay = last?.status === 'READING' || last?.status === 'RUNNING';
  useEffect(() => {
    if (!underWay) return undefined;
    const timer = setInterval(reload, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [underWay, reload]);
  return (
    <>
      <TakeEverything />
      <Panel title={t('bring')} lead={t('bringLead')}>
        {query.failure !== null && (
          <FailureState failure={query.failure} onRetry={reload} compact={query.data !== null} />
        )}
        {query.loading && <Loading onRetry={reload} rows={2} />}
        <div className={classes.facts}>
          {last !== null && <ArchiveState archive={last} />}
          {readiness !== null && !underWay && last?.status !== 'DONE' && (
            <BringArchive inTheWay={readiness.inTheWay} onSent={reload} />
          )}
        </div>
      </Panel>
    </>
  );
}

function TakeEverything() {
  const t = useTranslations('exports.data');
  const { slug } = useWorkspace();
  const word = useExportProblem();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<ExportProblem | null>(null);
  const save = async () => {
    const address = `/exports/workspace.zip?workspace=${encodeURIComponent(slug)}`;
    setAsking(true);
    const found = await askFor(address);
    setAsking(false);
    setProblem(found);
    if (found === null) saveAddress(address);
  };
  return (
    <Panel title={t('take')} lead={t('takeLead')}>
      <div className={classes.facts}>
        <p className={classes.line}>{t('takeText')}</p>
        <div>
          <Button leftSection={<DownloadIcon />} loading={asking} onClick={() => void save()}>
            {t('takeButton')}
          </Button>
        </div>
        {problem !== null && (
          <p role="alert" className={classes.problem}>
            {word(problem)}
          </p>
        )}
      </div>
    </Panel>
  );
}
