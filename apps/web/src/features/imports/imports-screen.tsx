'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { PageFrame } from '../../components/page-frame.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useUrlState } from '../../platform/url-state/use-url-state.ts';
import { useMay } from '../../platform/viewer/viewer-provider.tsx';
import { ImportFlow } from './import-flow.tsx';
import { importsUrl } from './imports-url.ts';
import { PastImports } from './list/past-imports.tsx';
import { StartPanel } from './start/start-panel.tsx';
import { UploadPanel } from './start/upload-panel.tsx';
import { useImportUpload } from './start/use-import-upload.ts';
import { useOpenImport } from './use-open-import.ts';

/** Moving records in from a file: a new one, the one that is open, and those before. */
export function ImportsScreen() {
  const t = useTranslations('imports');
  const may = useMay();
  const address = useOpenImport();
  const [{ kind }, set] = useUrlState(importsUrl);
  const uploads = useImportUpload(address.open);
  const sending = uploads.current !== null;
  if (!may('import:run'))
    return (
      <PageFrame title={t('title')} wide>
        <EmptyState title={t('noAccess')}>{t('noAccessText')}</EmptyState>
      </PageFrame>
    );
  return (
    <PageFrame
      title={t('title')}
      lead={t('lead')}
      wide
      actions={
        address.id !== null &&
        !sending && (
          <Button variant="default" onClick={() => address.open(null)}>
            {t('allImports')}
          </Button>
        )
      }
    >
      {sending && <UploadPanel uploads={uploads} />}
      {!sending && address.id !== null && (
        <ImportFlow
          key={address.id}
          id={address.id}
          onFile={uploads.send}
          onLeave={() => address.open(null)}
          addressOf={address.addressOf}
        />
      )}
      {address.id === null && (
        <>
          {!sending && (
            <StartPanel kind={kind} onKind={(next) => set({ kind: next }, 'replace')} onFile={uploads.send} />
          )}
          <PastImports addressOf={address.addressOf} />
        </>
      )}
    </PageFrame>
  );
}
