'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { AlertIcon } from '../../../components/icons.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { ChangeImportDocument, type ImportSettingsInput } from '../../../generated/graphql.ts';
import { type OpenImport, useFieldName } from '../import-words.ts';
import classes from '../imports.module.css';
import { useImportAct } from '../use-import-act.ts';
import { ColumnsTable } from './columns-table.tsx';
import { FileSettings } from './file-settings.tsx';
import { RecordSettings } from './record-settings.tsx';
import { draftOf, inputOf, settingsOf } from './settings-draft.ts';

interface ColumnsStepProps {
  opened: OpenImport;
  onChanged: () => void;
  /** It was checked before: then checking is not the next step, running is. */
  again?: boolean;
  /** Further acts at the foot. */
  children?: ReactNode;
}

/** The second step: which column is what. Changes of how the file is read are made at once, so that the samples show them. */
export function ColumnsStep({ opened, onChanged, again = false, children }: ColumnsStepProps) {
  const t = useTranslations('imports.columns');
  const fieldName = useFieldName(opened.kind);
  const [draft, setDraft] = useState(() => draftOf(opened));
  const [change, changing] = useImportAct(ChangeImportDocument, (data) => data.changeImport, onChanged);
  const has = settingsOf(opened.kind);
  const given = new Set(draft.fieldOf.values());
  // Which of the required fields are missing is the server's to say, as one may stand for another; what is chosen here counts already.
  const missing = opened.missingFields.filter((field) => !given.has(field));
  const unclear = has.dates && opened.ambiguousDates && draft.dateOrder === null;
  const send = (input: ImportSettingsInput) => void change({ id: opened.id, revision: opened.revision, input });
  return (
    <div className={classes.stack}>
      {missing.length > 0 && (
        <div className={classes.notice} data-tone="bad" role="status">
          <AlertIcon />
          <p>{t('missing', { fields: missing.map(fieldName).join(', '), count: missing.length })}</p>
        </div>
      )}
      <Panel title={t('readTitle')} lead={t('readLead')}>
        <FileSettings opened={opened} busy={changing} onChange={send} />
      </Panel>
      <Panel title={t('title')} lead={t('lead')} flush>
        <ColumnsTable opened={opened} draft={draft} onDraft={setDraft} />
      </Panel>
      <Panel title={t('settingsTitle')} lead={t('settingsLead')}>
        <RecordSettings opened={opened} has={has} draft={draft} onDraft={setDraft} />
      </Panel>
      <div className={classes.acts}>
        <Button
          variant={again ? 'default' : 'filled'}
          loading={changing}
          disabled={unclear}
          onClick={() => send(inputOf(draft, opened.columns, has))}
          aria-describedby={unclear ? 'imports-unclear' : undefined}
        >
          {again
            ? t('checkAgain')
            : opened.totalRows === null
              ? t('check')
              : t('checkRows', { count: opened.totalRows })}
        </Button>
        {children}
        {unclear && (
          <p id="imports-unclear" className={classes.dim}>
            {t('unclear')}
          </p>
        )}
      </div>
    </div>
  );
}
