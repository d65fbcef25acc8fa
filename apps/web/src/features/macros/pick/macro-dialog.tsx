'use client';
import { chooseMacroText } from '@dangol/crm';
import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import forms from '../../../components/form.module.css';
import { EmptyState, FailureState, Loading } from '../../../components/states.tsx';
import { MacroChoicesDocument, type MacroFieldsFragment } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useMay, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { filterMacros } from './filter-macros.ts';
import { FilledPreview } from './filled-preview.tsx';
import classes from './pick.module.css';
import { type InsertedMacro, useInsertMacro } from './use-insert-macro.ts';

/** Finds a macro by typing: arrows choose, Enter inserts. The chosen one is shown as the buyer will read it. */
export function MacroDialog({
  conversationId,
  language,
  onInsert,
  onClose,
}: {
  conversationId: string;
  language: string | null;
  onInsert: (macro: InsertedMacro) => void;
  onClose: () => void;
}) {
  const t = useTranslations('macros.pick');
  const may = useMay();
  const href = useWorkspaceHref();
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const query = useScreenQuery(MacroChoicesDocument, {});
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { insert, running, failure } = useInsertMacro(conversationId);
  const macros = query.data?.macros ?? [];
  const found = filterMacros(macros, typed);
  const active = found[Math.min(at, found.length - 1)] ?? null;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active?.id]);

  const choose = async (macro: MacroFieldsFragment) => {
    if (running) return;
    const inserted = await insert(macro);
    if (inserted !== null) onInsert(inserted);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || found.length === 0) return;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: found.length - 1 }[event.key];
    if (event.key === 'Enter' && active) void choose(active);
    else if (next === undefined || ((event.key === 'Home' || event.key === 'End') && typed !== '')) return;
    else setAt((next + found.length) % found.length);
    event.preventDefault();
  };

  return (
    <Dialog opened onClose={onClose} title={t('title')} size="lg">
      {query.failure !== null && <FailureState failure={query.failure} onRetry={query.reload} compact />}
      {query.loading && <Loading onRetry={query.reload} rows={3} />}
      {query.data !== null && macros.length === 0 && (
        <EmptyState
          title={t('none')}
          action={
            may('knowledge:write') && (
              <Link className={classes.manage} href={href('settings', 'macros')}>
                {t('make')}
              </Link>
            )
          }
        >
          {t('noneText')}
        </EmptyState>
      )}
      {macros.length > 0 && (
        <>
          <TextInput
            data-autofocus
            role="combobox"
            aria-label={t('search')}
            aria-expanded
            aria-controls={listId}
            aria-activedescendant={active ? `${listId}-${active.id}` : undefined}
            aria-autocomplete="list"
            placeholder={t('search')}
            autoComplete="off"
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
          <div className={classes.panes}>
            <ul ref={list} id={listId} role="listbox" aria-label={t('title')} className={classes.list}>
              {found.map((macro, index) => (
                <MacroOption
                  key={macro.id}
                  id={`${listId}-${macro.id}`}
                  macro={macro}
                  language={language}
                  selected={macro === active}
                  onPoint={() => setAt(index)}
                />
              ))}
            </ul>
            {active ? (
              <FilledPreview macro={active} conversationId={conversationId} />
            ) : (
              <p className={classes.nothing} role="status">
                {t('nothing')}
              </p>
            )}
          </div>
          {failure === 'gone' && (
            <p className={forms.problem} role="alert">
              {t('gone')}
            </p>
          )}
          {failure !== null && failure !== 'gone' && <FailureState failure={failure} compact />}
          <div className={classes.foot}>
            <Link className={classes.manage} href={href('settings', 'macros')}>
              {t('manage')}
            </Link>
            <Button disabled={active === null} loading={running} onClick={() => active && void choose(active)}>
              {t('insert')}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

/** One macro of the list; a click points at it, and shows what it says before it goes anywhere. */
function MacroOption({
  id,
  macro,
  language,
  selected,
  onPoint,
}: {
  id: string;
  macro: MacroFieldsFragment;
  language: string | null;
  selected: boolean;
  onPoint: () => void;
}) {
  const t = useTranslations('macros.pick');
  return (
    // Reached by the arrow keys of the field above, which keeps the focus.
    <li id={id} role="option" aria-selected={selected} className={classes.option} onClick={onPoint}>
      <span className={classes.name} dir="auto">
        {macro.name}
        {macro.asksForFiles && <small>{t('asksForFiles')}</small>}
      </span>
      <span className={classes.beginning} dir="auto">
        {chooseMacroText(macro.texts, language).text}
      </span>
    </li>
  );
}
