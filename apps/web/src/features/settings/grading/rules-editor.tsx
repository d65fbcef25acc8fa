'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PreviewGradingRulesDocument, SaveGradingRulesDocument } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import forms from '../../../components/form.module.css';
import settings from '../settings.module.css';
import { useRefusals } from '../use-refusals.ts';
import { ChangeList } from './change-list.tsx';
import classes from './grading.module.css';
import { type Preview, PreviewPanel } from './preview-panel.tsx';
import { changesBetween } from './rules-draft.ts';
import type { RulesVersion } from './rules-history.tsx';
import { RulesSections } from './rules-sections.tsx';
import { RulesFormProvider, useRulesDraft } from './use-rules-form.ts';

/** The form of the rules. Its values stay until they are saved or put back by the person who typed them. */
export function RulesEditor({
  current,
  readOnly,
  onSaved,
}: {
  current: RulesVersion;
  readOnly: boolean;
  onSaved: () => void;
}) {
  const t = useTranslations('settings.grading');
  const { show } = useToasts();
  const refusals = useRefusals();
  const [base, setBase] = useState(current);
  const { form, rules, problems, refuse, reset, resetToDefaults } = useRulesDraft(base.rules, readOnly);
  const [runPreview, previewing] = useAct(PreviewGradingRulesDocument);
  const [runSave, saving] = useAct(SaveGradingRulesDocument);
  const [preview, setPreview] = useState<{ of: string; result: Preview } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const dirty = rules === null || changesBetween(base.rules, rules).length > 0;
  // What one has just saved is newer than what the screen has read.
  const moved = current.version > base.version;
  // Another version while nothing is typed: simply show it.
  if (moved && !dirty) {
    setBase(current);
    reset(current.rules);
  }
  const shown = preview !== null && rules !== null && preview.of === JSON.stringify(rules) ? preview.result : null;

  const look = async () => {
    if (rules === null) return;
    setProblem(null);
    const { data, failure } = await runPreview({ rules: { ...rules } });
    if (failure !== null) return setProblem(refusals.ofFailure(failure));
    const result = data.previewGradingRules;
    if (result.__typename === 'InvalidRules') return refuse(result.problems);
    return setPreview({ of: JSON.stringify(rules), result });
  };
  const save = async () => {
    if (rules === null) return;
    setProblem(null);
    const { data, failure } = await runSave({ rules: { ...rules }, basedOn: base.version });
    if (failure !== null) return setProblem(refusals.ofFailure(failure));
    const result = data.saveGradingRules;
    if (result.__typename === 'InvalidRules') return refuse(result.problems);
    onSaved();
    if (result.__typename === 'RulesMoved') return undefined;
    const saved = { ...current, version: result.rules.version, rules };
    setBase(saved);
    setPreview(null);
    return show({ message: t('saved', { version: saved.version, changed: result.changed }), tone: 'good' });
  };

  return (
    <RulesFormProvider value={form}>
      <header className={classes.intro}>
        <div>
          <h2>{t('title')}</h2>
          <p className={settings.quiet}>{t(readOnly ? 'readOnly' : 'lead')}</p>
        </div>
        {!readOnly && resetToDefaults !== null && (
          <Button variant="default" onClick={resetToDefaults}>
            {t('defaults')}
          </Button>
        )}
      </header>
      <RulesSections />
      {moved && dirty && (
        <div className={settings.warning} role="alert">
          <p>{t('moved', { version: current.version, name: current.createdBy?.name ?? t('history.system') })}</p>
          <ChangeList before={base.rules} after={current.rules} />
          <div className={classes.movedActs}>
            <Button variant="default" onClick={() => setBase(current)}>
              {t('keepMine')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setBase(current);
                reset(current.rules);
              }}
            >
              {t('takeTheirs')}
            </Button>
          </div>
        </div>
      )}
      {problem !== null && (
        <p className={forms.problem} role="alert">
          {problem}
        </p>
      )}
      {shown !== null && !moved && (
        <PreviewPanel preview={shown} version={base.version + 1} saving={saving} onSave={() => void save()} />
      )}
      {!readOnly && dirty && (
        <div className={classes.bar}>
          <p className={settings.quiet} role="status">
            {problems.length > 0
              ? t('problemCount', { count: problems.length })
              : t(shown === null ? 'previewFirst' : 'previewed')}
          </p>
          <Button variant="default" onClick={() => reset(base.rules)}>
            {t('discard')}
          </Button>
          {!moved && shown === null && (
            <Button loading={previewing} disabled={problems.length > 0} onClick={() => void look()}>
              {t('previewAct')}
            </Button>
          )}
        </div>
      )}
    </RulesFormProvider>
  );
}
