'use client';
import { NativeSelect, Radio, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { CATEGORIES, type EntryDraft, type EntryField, LANGUAGES } from './entry-draft.ts';
import classes from './knowledge.module.css';
import { useCategoryName } from './use-category-name.ts';
import type { EntryProblem } from './use-save-entry.ts';

/** The fields of an entry: the answer first, because it is what drafts quote. */
export function EntryFields({
  draft,
  starter,
  categories,
  readOnly,
  problem,
  onChange,
}: {
  draft: EntryDraft;
  starter: boolean;
  categories: readonly string[];
  readOnly: boolean;
  problem: EntryProblem | null;
  onChange: (patch: Partial<EntryDraft>) => void;
}) {
  const t = useTranslations('knowledge');
  const formats = useFormats();
  const categoryName = useCategoryName();
  const error = (at: EntryField) => (problem?.at === at ? problem.text : undefined);
  const choices = [...new Set([...CATEGORIES, ...categories, draft.category])];
  const languages = [...new Set([...LANGUAGES, draft.language])];
  const title = (
    <TextInput
      label={t('entryTitle')}
      maxLength={200}
      autoComplete="off"
      readOnly={readOnly}
      value={draft.title}
      onChange={(event) => onChange({ title: event.currentTarget.value })}
      error={error('title')}
      data-autofocus={!starter || undefined}
    />
  );
  const answer = (
    <Textarea
      label={t('answer')}
      description={t('answerAdvice', { language: formats.language(draft.language) })}
      autosize
      minRows={4}
      maxRows={14}
      maxLength={5000}
      readOnly={readOnly}
      value={draft.answer}
      onChange={(event) => onChange({ answer: event.currentTarget.value })}
      error={error('answer')}
      data-autofocus={starter || undefined}
    />
  );
  const rest = (
    <>
      <TextInput
        label={t('entryTitleKo')}
        lang="ko"
        maxLength={200}
        autoComplete="off"
        readOnly={readOnly}
        value={draft.titleKo}
        onChange={(event) => onChange({ titleKo: event.currentTarget.value })}
        error={error('titleKo')}
      />
      <Textarea
        label={t('questions')}
        description={t('questionsAdvice')}
        autosize
        minRows={2}
        maxRows={8}
        readOnly={readOnly}
        value={draft.questions}
        onChange={(event) => onChange({ questions: event.currentTarget.value })}
        error={error('questions')}
      />
      <div className={classes.pair}>
        <NativeSelect
          label={t('category')}
          disabled={readOnly}
          value={draft.category}
          onChange={(event) => onChange({ category: event.currentTarget.value })}
          data={choices.map((name) => ({ value: name, label: categoryName(name) }))}
          error={error('category')}
        />
        <NativeSelect
          label={t('language')}
          disabled={readOnly}
          value={draft.language}
          onChange={(event) => onChange({ language: event.currentTarget.value })}
          data={languages.map((code) => ({ value: code, label: formats.language(code) }))}
          error={error('language')}
        />
        <TextInput
          type="date"
          label={t('validUntilField')}
          description={t('validUntilAdvice')}
          readOnly={readOnly}
          value={draft.validUntil}
          onChange={(event) => onChange({ validUntil: event.currentTarget.value })}
          error={error('validUntil')}
        />
      </div>
      <Radio.Group
        label={t('visibility')}
        value={draft.visibility}
        onChange={(value) => onChange({ visibility: value === 'INTERNAL' ? 'INTERNAL' : 'PUBLIC' })}
        error={error('visibility')}
      >
        <div className={classes.choices}>
          <Radio value="PUBLIC" size="md" disabled={readOnly} label={t('publicChoice')} />
          <Radio value="INTERNAL" size="md" disabled={readOnly} label={t('internalChoice')} />
        </div>
      </Radio.Group>
      <Switch
        size="md"
        label={t('autoReply')}
        description={t('autoReplyAdvice')}
        disabled={readOnly || draft.visibility === 'INTERNAL'}
        checked={draft.autoReply && draft.visibility === 'PUBLIC'}
        onChange={(event) => onChange({ autoReply: event.currentTarget.checked })}
        error={error('autoReply')}
      />
    </>
  );
  if (!starter)
    return (
      <>
        {title}
        {answer}
        {rest}
      </>
    );
  return (
    <>
      {answer}
      <details className={classes.fold} open={problem !== null && problem.at !== 'answer' && problem.at !== 'form'}>
        <summary>{t('start.details', { category: categoryName(draft.category) })}</summary>
        <div className={classes.foldBody}>
          {title}
          {rest}
        </div>
      </details>
    </>
  );
}
