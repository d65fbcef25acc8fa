'use client';
import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import forms from '../../../components/form.module.css';
import { Panel } from '../../../components/page-frame.tsx';
import { UpdateWorkspaceSettingsDocument, type WorkspaceSettingsFieldsFragment } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { LOCALES } from '../../../platform/i18n/locales.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import classes from '../settings.module.css';
import { useRefusals } from '../use-refusals.ts';
import {
  offsetOf,
  rebased,
  timeZoneChoices,
  UNDO_SECONDS,
  type WorkspaceDraft,
  workspaceDraftOf,
  type WorkspaceField,
  workspaceInputOf,
} from './workspace-draft.ts';

const LANGUAGE_NAMES = { ko: '한국어', en: 'English' } as const;
const FIELDS: readonly WorkspaceField[] = ['name', 'language', 'timeZone', 'baseCurrency', 'undoSendSeconds'];

export function WorkspaceForm({
  current,
  unconfirmed,
  readOnly,
  onSaved,
}: {
  current: WorkspaceSettingsFieldsFragment;
  /** Moving in still asks whether language and currency are right: saving answers it. */
  unconfirmed: boolean;
  readOnly: boolean;
  onSaved: () => void;
}) {
  const t = useTranslations('settings.workspace');
  const formats = useFormats();
  const { show } = useToasts();
  const refusals = useRefusals();
  const [save, running] = useAct(UpdateWorkspaceSettingsDocument);
  const [base, setBase] = useState(current);
  const [seen, setSeen] = useState(current);
  const [draft, setDraft] = useState(() => workspaceDraftOf(current));
  const [problem, setProblem] = useState<{ at: WorkspaceField | 'form'; text: string } | null>(null);
  const zones = useMemo(() => {
    const now = new Date();
    return timeZoneChoices(current.timeZone).map((zone) => ({
      value: zone,
      label: `${zone} (${offsetOf(zone, now)})`,
    }));
  }, [current.timeZone]);
  const dirty = JSON.stringify(draft) !== JSON.stringify(workspaceDraftOf(base));
  if (seen !== current) {
    // A colleague changed something: what is typed here stands upon that, and saving it does not take theirs back.
    setSeen(current);
    setBase(current);
    setDraft(rebased(draft, workspaceDraftOf(base), workspaceDraftOf(current)));
  }
  const change = (patch: Partial<WorkspaceDraft>) => {
    setProblem(null);
    setDraft((before) => ({ ...before, ...patch }));
  };
  const error = (at: WorkspaceField) => (problem?.at === at ? problem.text : undefined);
  const holders = current.currencyHeldBy.map((holder) => t(`heldBy.${holder}`)).join(', ');

  const submit = async () => {
    setProblem(null);
    if (draft.name.trim() === '') return setProblem({ at: 'name', text: t('wrong.name') });
    const { data, failure } = await save({ input: workspaceInputOf(draft) });
    if (failure !== null) return setProblem({ at: 'form', text: refusals.ofFailure(failure) });
    const result = data.updateWorkspaceSettings;
    if (result.__typename === 'InvalidField') {
      const at = FIELDS.find((field) => field === result.field) ?? 'form';
      return setProblem({ at, text: t(`wrong.${at}`) });
    }
    onSaved();
    if (result.__typename === 'CurrencyInUse') {
      const heldBy = result.heldBy.map((holder) => t(`heldBy.${holder}`)).join(', ');
      return setProblem({ at: 'baseCurrency', text: t('held', { currency: base.baseCurrency, holders: heldBy }) });
    }
    setBase(result);
    setDraft(workspaceDraftOf(result));
    return show({ message: t('saved'), tone: 'good' });
  };

  return (
    <>
      <Panel title={t('title')} lead={t('lead')}>
        <div className={classes.stack}>
          <TextInput
            label={t('name')}
            maxLength={100}
            autoComplete="organization"
            readOnly={readOnly}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            error={error('name')}
          />
          <Radio.Group
            label={t('language')}
            description={t('languageAdvice')}
            value={draft.language}
            onChange={(value) => change({ language: LOCALES.find((locale) => locale === value) ?? 'ko' })}
            error={error('language')}
          >
            <div className={classes.choices}>
              {LOCALES.map((locale) => (
                <Radio
                  key={locale}
                  value={locale}
                  label={LANGUAGE_NAMES[locale]}
                  lang={locale}
                  size="md"
                  disabled={readOnly}
                />
              ))}
            </div>
          </Radio.Group>
          <NativeSelect
            label={t('timeZone')}
            description={t('timeZoneAdvice')}
            disabled={readOnly}
            value={draft.timeZone}
            onChange={(event) => change({ timeZone: event.currentTarget.value })}
            data={zones}
            error={error('timeZone')}
          />
          <NativeSelect
            label={t('baseCurrency')}
            description={
              current.currencyHeldBy.length === 0
                ? t('baseCurrencyAdvice')
                : t('held', { currency: current.baseCurrency, holders })
            }
            disabled={readOnly || current.currencyHeldBy.length > 0}
            value={draft.baseCurrency}
            onChange={(event) => change({ baseCurrency: event.currentTarget.value })}
            data={[...new Set([...current.currencies, current.baseCurrency])].map((code) => ({
              value: code,
              label: t('currencyName', { code, name: formats.currency(code) }),
            }))}
            error={error('baseCurrency')}
          />
          <NativeSelect
            label={t('undo')}
            description={t('undoAdvice')}
            disabled={readOnly}
            value={draft.undoSendSeconds}
            onChange={(event) => change({ undoSendSeconds: event.currentTarget.value })}
            data={[...new Set([...UNDO_SECONDS, current.undoSendSeconds])]
              .toSorted((a, b) => a - b)
              .map((seconds) => ({ value: String(seconds), label: t('seconds', { seconds }) }))}
            error={error('undoSendSeconds')}
          />
        </div>
      </Panel>
      {problem?.at === 'form' && (
        <p className={forms.problem} role="alert">
          {problem.text}
        </p>
      )}
      {!readOnly && (dirty || unconfirmed) && (
        <div className={classes.saveBar}>
          <p role="status">{t(dirty ? 'unsaved' : 'confirmAdvice')}</p>
          {dirty && (
            <Button variant="default" onClick={() => setDraft(workspaceDraftOf(base))}>
              {t('discard')}
            </Button>
          )}
          <Button loading={running} onClick={() => void submit()}>
            {t(dirty ? 'save' : 'confirm')}
          </Button>
        </div>
      )}
      {readOnly && <p className={classes.quiet}>{t('readOnly')}</p>}
    </>
  );
}
