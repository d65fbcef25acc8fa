'use client';
import { Button } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { PlusIcon } from '../../../components/icons.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { EmptyState, FailureState, Loading } from '../../../components/states.tsx';
import { lazyPart } from '../../../components/lazy-part.tsx';
import {
  ArchiveMacroDocument,
  type MacroFieldsFragment,
  MacrosPageDocument,
  SaveMacroDocument,
} from '../../../generated/graphql.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useFailureText } from '../../../platform/graphql/use-failure-text.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { draftOf, inputOf, type MacroDraft } from '../edit/macro-draft.ts';
import classes from './list.module.css';
import { MacroItem } from './macro-item.tsx';

const MacroEditor = lazyPart(() => import('../edit/macro-editor.tsx').then((part) => part.MacroEditor));

/** The prepared replies of the team, how much each is used, and writing them. */
export function MacrosScreen() {
  const t = useTranslations('macros');
  const locale = useLocale();
  const may = useMay();
  const failureText = useFailureText();
  const { show } = useToasts();
  const query = useScreenQuery(
    MacrosPageDocument,
    {},
    { refreshOn: ({ verb }) => verb.startsWith('macro.') || verb === 'reply.delivered' },
  );
  const [archive] = useAct(ArchiveMacroDocument);
  const [save] = useAct(SaveMacroDocument);
  const [draft, setDraft] = useState<MacroDraft | null>(null);
  const writes = may('knowledge:write');
  const macros = query.data?.macros ?? [];
  const archived = query.data?.archived ?? [];

  const putBack = async (macro: MacroFieldsFragment) => {
    const { data, failure } = await save({ input: inputOf(draftOf(macro, macro.id, locale)) });
    query.reload();
    if (failure !== null) return show({ message: failureText(failure), tone: 'bad' });
    const { __typename: outcome } = data.saveMacro;
    if (outcome === 'Macro') return show({ message: t('list.restored', { name: macro.name }), tone: 'good' });
    return show({ message: t(outcome === 'NameTaken' ? 'edit.taken' : 'edit.moved'), tone: 'bad' });
  };
  const putAway = async (macro: MacroFieldsFragment) => {
    const { failure } = await archive({ id: macro.id });
    query.reload();
    if (failure !== null) return show({ message: failureText(failure), tone: 'bad' });
    return show({ message: t('list.archived', { name: macro.name }), undo: () => void putBack(macro) });
  };
  const cancel = (left: MacroDraft, changed: boolean) => {
    setDraft(null);
    if (changed) show({ message: t('edit.left'), undo: () => setDraft(left) });
  };

  if (draft !== null)
    return (
      <MacroEditor
        key={draft.id}
        first={draft}
        onSaved={(name) => {
          setDraft(null);
          query.reload();
          show({ message: t('edit.saved', { name }), tone: 'good' });
        }}
        onCancel={cancel}
        onMoved={query.reload}
      />
    );
  return (
    <>
      <Panel
        title={t('list.title')}
        lead={t('list.lead')}
        actions={
          writes && (
            <Button leftSection={<PlusIcon />} onClick={() => setDraft(draftOf(null, newId(), locale))}>
              {t('list.add')}
            </Button>
          )
        }
        flush
      >
        {query.failure !== null && (
          <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
        )}
        {query.loading && (
          <div className={classes.padded}>
            <Loading onRetry={query.reload} rows={4} />
          </div>
        )}
        {query.data !== null && macros.length === 0 && (
          <EmptyState title={t('list.none')}>{t('list.noneText')}</EmptyState>
        )}
        <ul className={classes.list}>
          {macros.map((macro) => (
            <MacroItem key={macro.id} macro={macro}>
              {writes && (
                <>
                  <Button
                    variant="default"
                    aria-label={t('list.editOf', { name: macro.name })}
                    onClick={() => setDraft(draftOf(macro, macro.id, locale))}
                  >
                    {t('list.edit')}
                  </Button>
                  <Button
                    variant="subtle"
                    color="gray"
                    c="inherit"
                    aria-label={t('list.archiveOf', { name: macro.name })}
                    onClick={() => void putAway(macro)}
                  >
                    {t('list.archive')}
                  </Button>
                </>
              )}
            </MacroItem>
          ))}
        </ul>
      </Panel>
      {archived.length > 0 && (
        <details className={classes.archived}>
          <summary>{t('list.archivedOnes', { count: archived.length })}</summary>
          <ul className={classes.list}>
            {archived.map((macro) => (
              <MacroItem key={macro.id} macro={macro}>
                {writes && (
                  <Button
                    variant="default"
                    aria-label={t('list.restoreOf', { name: macro.name })}
                    onClick={() => void putBack(macro)}
                  >
                    {t('list.restore')}
                  </Button>
                )}
              </MacroItem>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
