'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import { FailureState, Loading } from '../../../components/states.tsx';
import forms from '../../../components/form.module.css';
import {
  type ImportDependentsQuery,
  type ImportRowOfListFieldsFragment,
  ImportDependentsDocument,
  UndoImportDocument,
} from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useDependentText } from '../import-words.ts';
import { useImportAct } from '../use-import-act.ts';
import classes from './run.module.css';
import { screenOf } from './screen-of.ts';

type Dependents = NonNullable<ImportDependentsQuery['import']>['dependents'];

/** Asks first, with the exact counts; where something depends on what came in, says what instead. */
export function UndoDialog({
  opened,
  onChanged,
  onClose,
}: {
  opened: ImportRowOfListFieldsFragment;
  onChanged: () => void;
  onClose: () => void;
}) {
  const t = useTranslations('imports.undo');
  const common = useTranslations('common');
  const query = useScreenQuery(ImportDependentsDocument, { id: opened.id });
  const [undo, undoing] = useImportAct(UndoImportDocument, (data) => data.undoImport, onChanged);
  const [refused, setRefused] = useState<Dependents>([]);
  const known = query.data?.import?.dependents ?? null;
  // Whatever came up between the question and the act counts.
  const dependents = refused.length > 0 ? refused : (known ?? []);
  const confirm = async () => {
    const outcome = await undo({ id: opened.id });
    if (outcome?.__typename === 'ImportDependedOn') setRefused(outcome.dependents);
    else onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t(dependents.length > 0 ? 'refusedTitle' : 'title')} size="sm">
      {query.failure && <FailureState failure={query.failure} onRetry={query.reload} compact={known !== null} />}
      {query.loading && <Loading onRetry={query.reload} rows={2} />}
      {known !== null && (
        <>
          <div className={forms.text}>
            {dependents.length > 0 ? (
              <DependentsList dependents={dependents} />
            ) : (
              <>
                <p>
                  {t(
                    screenOf(opened.kind).page === 'products' || opened.kind === 'KNOWLEDGE'
                      ? 'text'
                      : 'textWithBuyers',
                    { name: opened.fileName },
                  )}
                </p>
                <ul className={classes.dependents}>
                  <li>{t('removes', { count: opened.createdRows })}</li>
                  {opened.updatedRows > 0 && <li>{t('restores', { count: opened.updatedRows })}</li>}
                </ul>
              </>
            )}
          </div>
          <div className={forms.actions}>
            <Button variant="default" onClick={onClose} data-autofocus>
              {dependents.length > 0 ? common('close') : common('cancel')}
            </Button>
            {dependents.length === 0 && (
              <Button color="red.9" loading={undoing} onClick={() => void confirm()}>
                {t('confirm')}
              </Button>
            )}
          </div>
        </>
      )}
    </Dialog>
  );
}

function DependentsList({ dependents }: { dependents: Dependents }) {
  const t = useTranslations('imports.undo');
  const dependentText = useDependentText();
  return (
    <div role="alert">
      <p>{t('refusedText')}</p>
      <ul className={classes.dependents}>
        {dependents.map((dependent) => (
          <li key={dependent.what}>{dependentText(dependent)}</li>
        ))}
      </ul>
      <p>{t('refusedAdvice')}</p>
    </div>
  );
}
