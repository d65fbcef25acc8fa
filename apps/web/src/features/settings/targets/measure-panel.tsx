'use client';
import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Panel } from '../../../components/page-frame.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import classes from '../settings.module.css';
import { GRADES, type Measure, type MeasureDraft, type MinutesDraft, minutesOf } from './targets-draft.ts';
import type { TargetChannel } from './targets-editor.tsx';

/** Targets of one measure: the standard, and channels with their own. */
export function MeasurePanel({
  measure,
  draft,
  channels,
  wrong,
  readOnly,
  onChange,
}: {
  measure: Measure;
  draft: MeasureDraft;
  channels: readonly TargetChannel[];
  wrong: ReadonlySet<string>;
  readOnly: boolean;
  onChange: (draft: MeasureDraft) => void;
}) {
  const t = useTranslations('settings.targets');
  const nameOf = (channelId: string) => channels.find(({ id }) => id === channelId)?.name ?? t('goneChannel');
  const free = channels.filter(({ id }) => !draft.channels.some(({ channelId }) => channelId === id));
  return (
    <Panel title={t(`measures.${measure}`)} lead={t(`leads.${measure}`)}>
      <fieldset className={classes.fields} disabled={readOnly}>
        <legend className="visually-hidden">{t(`measures.${measure}`)}</legend>
        {measure !== 'first' && (
          <Switch
            label={t(`none.${measure}`)}
            checked={draft.none}
            onChange={(event) => onChange({ ...draft, none: event.currentTarget.checked })}
          />
        )}
        {!draft.none && (
          <MinutesRow
            name={t('standard')}
            of={t(`measures.${measure}`)}
            place={measure}
            minutes={draft.standard}
            wrong={wrong}
            onChange={(standard) => onChange({ ...draft, standard })}
          />
        )}
        {draft.channels.map(({ channelId, minutes }, index) => (
          <MinutesRow
            key={channelId}
            name={nameOf(channelId)}
            of={`${t(`measures.${measure}`)}, ${nameOf(channelId)}`}
            place={`${measure}.${channelId}`}
            minutes={minutes}
            wrong={wrong}
            onChange={(next) =>
              onChange({
                ...draft,
                channels: draft.channels.map((each, at) => (at === index ? { channelId, minutes: next } : each)),
              })
            }
            onRemove={() => onChange({ ...draft, channels: draft.channels.filter((_each, at) => at !== index) })}
          />
        ))}
        {!readOnly && free.length > 0 && (
          <NativeSelect
            aria-label={t('addChannelTo', { measure: t(`measures.${measure}`) })}
            value=""
            data={[{ value: '', label: t('addChannel') }, ...free.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={(event) => {
              const channelId = event.currentTarget.value;
              if (channelId !== '')
                onChange({ ...draft, channels: [...draft.channels, { channelId, minutes: draft.standard }] });
            }}
          />
        )}
      </fieldset>
    </Panel>
  );
}

function MinutesRow({
  name,
  of,
  place,
  minutes,
  wrong,
  onChange,
  onRemove,
}: {
  name: string;
  of: string;
  place: string;
  minutes: MinutesDraft;
  wrong: ReadonlySet<string>;
  onChange: (minutes: MinutesDraft) => void;
  onRemove?: () => void;
}) {
  const t = useTranslations('settings.targets');
  const formats = useFormats();
  return (
    <div className={classes.stackTight} role="group" aria-label={of}>
      <div className={classes.textHead}>
        <span className={classes.strong}>{name}</span>
        {onRemove && (
          <Button variant="subtle" color="gray" c="inherit" aria-label={t('removeOf', { of })} onClick={onRemove}>
            {t('remove')}
          </Button>
        )}
      </div>
      <div className={classes.fieldGrid} data-align="start">
        {GRADES.map((grade) => {
          const read = minutesOf(minutes[grade]);
          return (
            <TextInput
              key={grade}
              label={t('grade', { grade })}
              inputMode="numeric"
              autoComplete="off"
              value={minutes[grade]}
              error={wrong.has(`${place}.${grade}`) ? t('wrong') : undefined}
              description={read === null ? undefined : formats.hours(read)}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              rightSection={<span className={classes.unit}>{t('minutes')}</span>}
              rightSectionWidth="3.5rem"
              onChange={(event) => onChange({ ...minutes, [grade]: event.currentTarget.value })}
            />
          );
        })}
      </div>
      {wrong.has(`${place}.order`) && (
        <p className={classes.fieldProblem} role="alert">
          {t('wrongOrder')}
        </p>
      )}
    </div>
  );
}
