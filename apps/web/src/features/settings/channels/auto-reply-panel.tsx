'use client';
import { automaticDisclosure } from '@dangol/crm';
import { Button, NativeSelect, Switch, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import forms from '../../../components/form.module.css';
import { Panel } from '../../../components/page-frame.tsx';
import { type ChannelFieldsFragment, SaveAutoReplyDocument } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import classes from '../settings.module.css';
import { useRefusals } from '../use-refusals.ts';

/** Languages in which buyers write most; the sentence that says "automatic" is there in each. */
const LANGUAGES = ['en', 'ko', 'zh', 'ja', 'es', 'pt', 'fr', 'de', 'ru', 'it', 'hu', 'tr', 'vi', 'ar'] as const;
const MAX_TEXT = 2_000;

interface Draft {
  readonly enabled: boolean;
  readonly onlyOutOfHours: boolean;
  readonly texts: readonly { readonly language: string; readonly text: string }[];
}

function draftOf({ enabled, onlyOutOfHours, texts }: ChannelFieldsFragment['autoReply'], first: string): Draft {
  const bare = texts.map(({ language, text }) => ({ language, text }));
  return { enabled, onlyOutOfHours, texts: bare.length > 0 ? bare : [{ language: 'en', text: first }] };
}

/** What a machine answers while nobody can: it says so, offers a person, and stops no clock. */
export function AutoReplyPanel({
  channel,
  readOnly,
  onChanged,
}: {
  channel: ChannelFieldsFragment;
  readOnly: boolean;
  onChanged: () => void;
}) {
  const t = useTranslations('settings.channels.autoReply');
  const common = useTranslations('common');
  const refusals = useRefusals();
  const { show } = useToasts();
  const [save, running] = useAct(SaveAutoReplyDocument);
  const stored = draftOf(channel.autoReply, t('firstText'));
  const [draft, setDraft] = useState(stored);
  const [failed, setFailed] = useState<string | null>(null);
  const dirty = JSON.stringify(draft) !== JSON.stringify(stored);
  const empty = draft.texts.some(({ text }) => text.trim() === '');

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setFailed(null);
    const texts = draft.texts.map((each) => ({ ...each }));
    const { data, failure } = await save({ input: { channelId: channel.id, ...draft, texts } });
    if (failure !== null) return setFailed(refusals.ofFailure(failure));
    const result = data.saveAutoReply;
    if (result.__typename !== 'ChannelSaved') return setFailed(refusals.ofRefusal(result.__typename));
    setDraft(draftOf(result.channel.autoReply, t('firstText')));
    onChanged();
    return show({ message: t(draft.enabled ? 'savedOn' : 'savedOff'), tone: 'good' });
  };

  return (
    <Panel title={t('title')} lead={t('lead')}>
      <form className={forms.form} onSubmit={(event) => void submit(event)}>
        <fieldset className={classes.fields} disabled={readOnly}>
          <Switch
            label={t('enabled')}
            checked={draft.enabled}
            onChange={(event) => setDraft({ ...draft, enabled: event.currentTarget.checked })}
          />
          <Switch
            label={t('onlyOutOfHours')}
            description={t('onlyOutOfHoursAdvice')}
            checked={draft.onlyOutOfHours}
            onChange={(event) => setDraft({ ...draft, onlyOutOfHours: event.currentTarget.checked })}
          />
          <Texts texts={draft.texts} onChange={(texts) => setDraft({ ...draft, texts })} />
        </fieldset>
        {failed !== null && (
          <p className={forms.problem} role="alert">
            {failed}
          </p>
        )}
        {!readOnly && dirty && (
          <div className={forms.actions}>
            <Button variant="default" onClick={() => setDraft(stored)}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={running} disabled={empty}>
              {common('save')}
            </Button>
          </div>
        )}
      </form>
    </Panel>
  );
}

function Texts({ texts, onChange }: { texts: Draft['texts']; onChange: (texts: Draft['texts']) => void }) {
  const t = useTranslations('settings.channels.autoReply');
  const formats = useFormats();
  const free = LANGUAGES.filter((language) => !texts.some((each) => each.language === language));
  const put = (index: number, patch: Partial<Draft['texts'][number]>) =>
    onChange(texts.map((each, at) => (at === index ? { ...each, ...patch } : each)));
  return (
    <>
      {texts.map(({ language, text }, index) => (
        <div key={language} className={classes.textBlock}>
          <div className={classes.textHead}>
            <NativeSelect
              aria-label={t('languageOf', { n: index + 1 })}
              value={language}
              data={[language, ...free].map((value) => ({ value, label: formats.language(value) }))}
              onChange={(event) => put(index, { language: event.currentTarget.value })}
            />
            {index === 0 ? (
              <span className={classes.dim}>{t('first')}</span>
            ) : (
              <Button
                variant="subtle"
                color="gray"
                c="inherit"
                aria-label={t('removeOf', { language: formats.language(language) })}
                onClick={() => onChange(texts.filter((_each, at) => at !== index))}
              >
                {t('remove')}
              </Button>
            )}
          </div>
          <Textarea
            aria-label={t('textOf', { language: formats.language(language) })}
            autosize
            minRows={3}
            maxRows={12}
            maxLength={MAX_TEXT}
            dir="auto"
            value={text}
            error={text.trim() === '' ? t('textMissing') : undefined}
            onChange={(event) => put(index, { text: event.currentTarget.value })}
          />
          <p className={classes.advice} lang={language} dir="auto">
            {t('below')} “{automaticDisclosure(language)}”
          </p>
        </div>
      ))}
      {free.length > 0 && (
        <div>
          <Button variant="default" onClick={() => onChange([...texts, { language: free[0]!, text: '' }])}>
            {t('addLanguage')}
          </Button>
        </div>
      )}
    </>
  );
}
