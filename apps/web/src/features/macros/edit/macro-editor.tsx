'use client';
import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import forms from '../../../components/form.module.css';
import { Panel } from '../../../components/page-frame.tsx';
import { SaveMacroDocument, type SaveMacroMutation } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useFailureText } from '../../../platform/graphql/use-failure-text.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import classes from './edit.module.css';
import {
  bringsLink,
  inputOf,
  problemOf,
  withFirst,
  withLanguage,
  withoutLanguage,
  withText,
  type DraftProblem,
  type MacroDraft,
} from './macro-draft.ts';
import { TextField } from './text-field.tsx';

/** Languages that buyers of Korean exporters write in. */
const LANGUAGES = 'ko en es fr de pt it pl hu ru tr ar ja zh vi th id'.split(' ');
const MOST_LANGUAGES = 12;

/** Writes a macro: a name, a text for each language, and whether the buyer is asked for files. */
export function MacroEditor({
  first,
  onSaved,
  onCancel,
  onMoved,
}: {
  first: MacroDraft;
  onSaved: (name: string) => void;
  /** With what was typed, so that it can be taken up again. */
  onCancel: (draft: MacroDraft, changed: boolean) => void;
  /** Somebody else saved it meanwhile: the list is out of date. */
  onMoved: () => void;
}) {
  const t = useTranslations('macros.edit');
  const common = useTranslations('common');
  const formats = useFormats();
  const failureText = useFailureText();
  const form = useRef<HTMLFormElement>(null);
  const [save, running] = useAct(SaveMacroDocument);
  const [draft, setDraft] = useState(first);
  const [wrong, setWrong] = useState<DraftProblem | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const free = LANGUAGES.filter((language) => !draft.texts.some((one) => one.language === language));

  const change = (next: MacroDraft) => {
    setDraft(next);
    setWrong(null);
    setProblem(null);
  };
  const point = (found: DraftProblem) => {
    setWrong(found);
    const name = found.kind === 'name' ? 'name' : `text-${found.language}`;
    form.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  };
  const settle = (result: SaveMacroMutation['saveMacro']) => {
    if (result.__typename === 'Macro') return onSaved(result.name);
    if (result.__typename === 'NameTaken') {
      point({ kind: 'name' });
      return setProblem(t('taken'));
    }
    if (result.__typename === 'UnknownVariable') return setProblem(t('unknown', { variable: result.variable }));
    if (result.__typename === 'MacroMoved') onMoved();
    return setProblem(t(result.__typename === 'MacroMoved' ? 'moved' : 'gone'));
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = problemOf(draft);
    if (found !== null) return point(found);
    const { data, failure } = await save({ input: inputOf(draft) });
    return failure === null ? settle(data.saveMacro) : setProblem(failureText(failure));
  };
  const errorOf = (language: string): string | undefined => {
    if (wrong === null || wrong.kind === 'name' || wrong.language !== language) return undefined;
    return wrong.kind === 'empty' ? common('field.required') : t('unknown', { variable: wrong.variable });
  };

  return (
    <Panel title={t(draft.basedOn === null ? 'titleNew' : 'title')}>
      <form ref={form} className={forms.form} noValidate onSubmit={(event) => void submit(event)}>
        {problem !== null && (
          <p className={forms.problem} role="alert">
            {problem}
          </p>
        )}
        <TextInput
          name="name"
          label={t('name')}
          description={t('nameNote')}
          maxLength={80}
          autoComplete="off"
          value={draft.name}
          error={wrong?.kind === 'name' ? (problem ?? common('field.required')) : undefined}
          onChange={(event) => change({ ...draft, name: event.currentTarget.value })}
        />
        {draft.texts.map(({ language, text }, index) => (
          <TextField
            key={language}
            language={language}
            text={text}
            first={index === 0}
            error={errorOf(language)}
            onText={(next) => change(withText(draft, language, next))}
            onRemove={draft.texts.length > 1 ? () => change(withoutLanguage(draft, language)) : null}
            onFirst={() => change(withFirst(draft, language))}
          />
        ))}
        {draft.texts.length < MOST_LANGUAGES && (
          <NativeSelect
            className={classes.add}
            label={t('addLanguage')}
            value=""
            onChange={(event) => change(withLanguage(draft, event.currentTarget.value))}
            data={[
              { value: '', label: t('chooseLanguage') },
              ...free.map((language) => ({ value: language, label: formats.language(language) })),
            ]}
          />
        )}
        <Switch
          label={t('asksForFiles')}
          description={t('asksForFilesNote', { variable: '{upload.link}' })}
          checked={bringsLink(draft)}
          disabled={!draft.asksForFiles && bringsLink(draft)}
          onChange={(event) => change({ ...draft, asksForFiles: event.currentTarget.checked })}
        />
        <div className={forms.actions}>
          <Button variant="default" onClick={() => onCancel(draft, draft !== first)}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={running}>
            {common('save')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
