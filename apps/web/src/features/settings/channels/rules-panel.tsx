'use client';
import { Button, NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { type FormEvent, useMemo, useState } from 'react';
import forms from '../../../components/form.module.css';
import { Panel } from '../../../components/page-frame.tsx';
import { type ChannelFieldsFragment, SaveChannelRulesDocument } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useWorkspace, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import classes from '../settings.module.css';
import { useRefusals } from '../use-refusals.ts';
import { type RulesDraft, rulesDraftOf, rulesInputOf, rulesProblems } from './rules-draft.ts';

/** What a channel promises, in which day it is measured, and whom it leaves out. */
export function RulesPanel({
  channel,
  readOnly,
  onChanged,
}: {
  channel: ChannelFieldsFragment;
  readOnly: boolean;
  onChanged: () => void;
}) {
  const t = useTranslations('settings.channels.rules');
  const common = useTranslations('common');
  const refusals = useRefusals();
  const { show } = useToasts();
  const [save, running] = useAct(SaveChannelRulesDocument);
  const [draft, setDraft] = useState(() => rulesDraftOf(channel));
  const [failed, setFailed] = useState<string | null>(null);
  const problems = rulesProblems(draft);
  const dirty = JSON.stringify(draft) !== JSON.stringify(rulesDraftOf(channel));
  const change = (patch: Partial<RulesDraft>) => setDraft({ ...draft, ...patch });

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setFailed(null);
    const { data, failure } = await save({ input: rulesInputOf(channel.id, draft) });
    if (failure !== null) return setFailed(refusals.ofFailure(failure));
    const result = data.saveChannelRules;
    if (result.__typename !== 'ChannelSaved') return setFailed(refusals.ofRefusal(result.__typename));
    setDraft(rulesDraftOf(result.channel));
    onChanged();
    return show({ message: t('saved'), tone: 'good' });
  };

  return (
    <Panel title={t('title')} lead={t('lead')}>
      <form className={forms.form} onSubmit={(event) => void submit(event)}>
        <fieldset className={classes.fields} disabled={readOnly}>
          <TargetFields draft={draft} wrong={problems.includes('target')} onChange={change} />
          <ZoneField zone={draft.platformZone} onChange={(platformZone) => change({ platformZone })} />
          <OwnHours channel={channel} draft={draft} onChange={change} />
          <Textarea
            label={t('excluded')}
            description={t('excludedAdvice')}
            placeholder={'noreply@shop.example\n@ads.example'}
            autosize
            minRows={2}
            maxRows={10}
            value={draft.excluded}
            error={
              problems.includes('tooMany') ? t('tooMany') : problems.includes('tooLong') ? t('tooLong') : undefined
            }
            onChange={(event) => change({ excluded: event.currentTarget.value })}
          />
          <Switch
            label={t('autoMode')}
            description={t('autoModeAdvice')}
            checked={draft.autoMode}
            onChange={(event) => change({ autoMode: event.currentTarget.checked })}
          />
        </fieldset>
        {failed !== null && (
          <p className={forms.problem} role="alert">
            {failed}
          </p>
        )}
        {!readOnly && dirty && (
          <div className={forms.actions}>
            <Button variant="default" onClick={() => setDraft(rulesDraftOf(channel))}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={running} disabled={problems.length > 0}>
              {common('save')}
            </Button>
          </div>
        )}
      </form>
    </Panel>
  );
}

function TargetFields({
  draft,
  wrong,
  onChange,
}: {
  draft: RulesDraft;
  wrong: boolean;
  onChange: (patch: Partial<RulesDraft>) => void;
}) {
  const t = useTranslations('settings.channels.rules');
  return (
    <div role="group" aria-labelledby="mean-target" className={classes.stackTight}>
      <span id="mean-target" className={classes.strong}>
        {t('target')}
      </span>
      <p className={classes.advice}>{t('targetAdvice')}</p>
      <div className={classes.choices}>
        <TextInput
          className={classes.short}
          aria-label={t('targetHours')}
          inputMode="numeric"
          autoComplete="off"
          value={draft.hours}
          error={wrong}
          rightSection={<span className={classes.unit}>{t('hours')}</span>}
          rightSectionWidth="3.5rem"
          onChange={(event) => onChange({ hours: event.currentTarget.value })}
        />
        <TextInput
          className={classes.short}
          aria-label={t('targetMinutes')}
          inputMode="numeric"
          autoComplete="off"
          value={draft.minutes}
          error={wrong}
          rightSection={<span className={classes.unit}>{t('minutes')}</span>}
          rightSectionWidth="3.5rem"
          onChange={(event) => onChange({ minutes: event.currentTarget.value })}
        />
      </div>
      {wrong && (
        <p className={classes.fieldProblem} role="alert">
          {t('targetWrong')}
        </p>
      )}
    </div>
  );
}

function ZoneField({ zone, onChange }: { zone: string; onChange: (zone: string) => void }) {
  const t = useTranslations('settings.channels.rules');
  const { timeZone } = useWorkspace();
  const zones = useMemo(
    () => [...new Set([...(zone ? [zone] : []), 'America/Los_Angeles', ...Intl.supportedValuesOf('timeZone')])],
    [zone],
  );
  return (
    <NativeSelect
      label={t('zone')}
      description={t('zoneAdvice')}
      value={zone}
      data={[
        { value: '', label: t('zoneOfWorkspace', { zone: timeZone }) },
        ...zones.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function OwnHours({
  channel,
  draft,
  onChange,
}: {
  channel: ChannelFieldsFragment;
  draft: RulesDraft;
  onChange: (patch: Partial<RulesDraft>) => void;
}) {
  const t = useTranslations('settings.channels.rules');
  const href = useWorkspaceHref();
  return (
    <div className={classes.stackTight}>
      <Switch
        label={t('ownHours')}
        description={t('ownHoursAdvice')}
        checked={draft.ownHours}
        onChange={(event) => onChange({ ownHours: event.currentTarget.checked })}
      />
      {channel.ownHours && (
        <Link className={classes.inlineLink} href={`${href('settings', 'hours')}?channel=${channel.id}`}>
          {t('editHours')}
        </Link>
      )}
    </div>
  );
}
