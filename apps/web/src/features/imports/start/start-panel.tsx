'use client';
import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Panel } from '../../../components/page-frame.tsx';
import { type ImportKind, ImportSourcesDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useSourceName } from '../import-words.ts';
import { useWritableKinds } from '../writable-kinds.ts';
import { DropZone } from './drop-zone.tsx';
import classes from './start.module.css';
import type { ImportHints } from './use-import-upload.ts';

/** The first step: the file, and what is known of it beforehand. Nothing has to be chosen but the file. */
export function StartPanel({
  kind,
  onKind,
  onFile,
}: {
  kind: ImportKind | null;
  onKind: (kind: ImportKind | null) => void;
  onFile: (file: File, hints: ImportHints) => void;
}) {
  const t = useTranslations('imports');
  const sourceName = useSourceName();
  const kinds = useWritableKinds();
  const [source, setSource] = useState<string | null>(null);
  // Nothing waits for the list of sources: without it, the file says where it comes from.
  const { data } = useScreenQuery(ImportSourcesDocument, {});
  const sources = (data?.importSources ?? []).filter((each) => kind === null || each.kinds.includes(kind));
  const chosenSource = sources.some(({ key }) => key === source) ? source : null;
  return (
    <Panel title={t('start.title')} lead={t('start.lead')}>
      <div className={classes.start}>
        <div className={classes.hints}>
          <NativeSelect
            label={t('start.kind')}
            value={kind ?? ''}
            onChange={(event) => onKind(kinds.find((each) => each === event.currentTarget.value) ?? null)}
            data={[
              { value: '', label: t('start.kindByFile') },
              ...kinds.map((each) => ({ value: each, label: t(`kinds.${each}`) })),
            ]}
          />
          <NativeSelect
            label={t('start.source')}
            value={chosenSource ?? ''}
            onChange={(event) => setSource(event.currentTarget.value || null)}
            data={[
              { value: '', label: t('start.sourceByFile') },
              ...sources.map((each) => ({ value: each.key, label: sourceName(each) })),
            ]}
          />
        </div>
        <DropZone onFile={(file) => onFile(file, { kind, source: chosenSource })} />
        <ol className={classes.promises}>
          <li>{t('start.promises.match')}</li>
          <li>{t('start.promises.check')}</li>
          <li>{t('start.promises.undo')}</li>
        </ol>
      </div>
    </Panel>
  );
}
