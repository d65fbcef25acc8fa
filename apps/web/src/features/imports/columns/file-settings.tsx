'use client';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ImportSettingsInput, ImportSourcesDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { KINDS, type OpenImport, useSourceName } from '../import-words.ts';
import { useWritableKinds } from '../writable-kinds.ts';
import classes from './columns.module.css';
import { ENCODINGS, encodingOf } from './encodings.ts';

/** How the file is read. Each change is sent at once: the file is read again, and its samples show whether it was right. */
export function FileSettings({
  opened,
  busy,
  onChange,
}: {
  opened: OpenImport;
  busy: boolean;
  onChange: (input: ImportSettingsInput) => void;
}) {
  const t = useTranslations('imports');
  const sourceName = useSourceName();
  const { data } = useScreenQuery(ImportSourcesDocument, {});
  const sources = (data?.importSources ?? []).filter(({ kinds }) => kinds.includes(opened.kind));
  const writable = useWritableKinds();
  const offered = KINDS.filter((kind) => kind === opened.kind || writable.includes(kind));
  const encoding = encodingOf(opened.encoding);
  return (
    <div className={classes.fieldGrid}>
      <NativeSelect
        label={t('columns.kind')}
        disabled={busy}
        value={opened.kind}
        onChange={(event) => {
          const kind = offered.find((each) => each === event.currentTarget.value);
          if (kind) onChange({ kind });
        }}
        data={offered.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <NativeSelect
        label={t('start.source')}
        disabled={busy}
        value={opened.source}
        onChange={(event) => onChange({ source: event.currentTarget.value })}
        data={[
          ...(sources.some(({ key }) => key === opened.source)
            ? []
            : [{ value: opened.source, label: sourceName({ key: opened.source, name: opened.source }) }]),
          ...sources.map((source) => ({ value: source.key, label: sourceName(source) })),
        ]}
      />
      {opened.format === 'XLSX' && opened.sheets.length > 0 && (
        <NativeSelect
          label={t('columns.sheet')}
          disabled={busy}
          value={opened.sheet ?? ''}
          onChange={(event) => onChange({ sheet: event.currentTarget.value })}
          data={opened.sheets.map(({ name, hidden, rows }) => ({
            value: name,
            label: [name, rows !== null && t('rowCount', { count: rows }), hidden && t('columns.hiddenSheet')]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      )}
      {opened.headerRow !== null && (
        <HeaderRow key={opened.headerRow} row={opened.headerRow} busy={busy} onChange={onChange} />
      )}
      {opened.format === 'CSV' && (
        <NativeSelect
          label={t('columns.encoding')}
          description={t('columns.encodingAdvice')}
          disabled={busy}
          value={encoding}
          onChange={(event) => onChange({ encoding: event.currentTarget.value })}
          data={ENCODINGS.map((each) => ({ value: each, label: t(`columns.encodings.${each}`) }))}
        />
      )}
    </div>
  );
}

function HeaderRow({
  row,
  busy,
  onChange,
}: {
  row: number;
  busy: boolean;
  onChange: (input: ImportSettingsInput) => void;
}) {
  const t = useTranslations('imports.columns');
  const [typed, setTyped] = useState(String(row));
  const number = Number(typed);
  const valid = Number.isInteger(number) && number >= 1 && number <= 100;
  const send = () => {
    if (valid && number !== row) onChange({ headerRow: number });
  };
  return (
    <TextInput
      label={t('headerRow')}
      description={t('headerRowAdvice')}
      inputMode="numeric"
      autoComplete="off"
      disabled={busy}
      value={typed}
      error={valid ? undefined : t('headerRowInvalid')}
      onChange={(event) => setTyped(event.currentTarget.value.trim())}
      onBlur={send}
      onKeyDown={(event) => event.key === 'Enter' && send()}
    />
  );
}
