'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { StatusBadge } from '../../../components/badges.tsx';
import forms from '../../../components/form.module.css';
import type { ResponseTargetsFieldsFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { MovedNotice } from '../moved-notice.tsx';
import classes from '../settings.module.css';
import { LevelsPanel } from './levels-panel.tsx';
import { MeasurePanel } from './measure-panel.tsx';
import { MEASURES } from './targets-draft.ts';
import { useTargetsForm } from './use-targets-form.ts';

/** A channel that may have targets of its own. */
export interface TargetChannel {
  readonly id: string;
  readonly name: string;
}

/** Targets per measure with what saving them would do; a new version is saved, older ones go on being cited. */
export function TargetsEditor({
  current,
  channels,
  readOnly,
  onSaved,
}: {
  current: ResponseTargetsFieldsFragment;
  channels: readonly TargetChannel[];
  readOnly: boolean;
  onSaved: () => void;
}) {
  const t = useTranslations('settings.targets');
  const formats = useFormats();
  const form = useTargetsForm(current, onSaved);
  const { draft } = form;
  return (
    <>
      {MEASURES.map((measure) => (
        <MeasurePanel
          key={measure}
          measure={measure}
          draft={draft.measures[measure]}
          channels={channels}
          wrong={form.wrong}
          readOnly={readOnly}
          onChange={(next) => form.setDraft({ ...draft, measures: { ...draft.measures, [measure]: next } })}
        />
      ))}
      <LevelsPanel
        levels={draft.levels}
        readOnly={readOnly}
        onChange={(levels) => form.setDraft({ ...draft, levels })}
      />
      {form.moved && form.dirty && (
        <MovedNotice
          name={current.createdBy?.name ?? t('system')}
          version={current.version}
          onKeep={form.keepMine}
          onTake={form.take}
        />
      )}
      {form.failed !== null && (
        <p className={forms.problem} role="alert">
          {form.failed}
        </p>
      )}
      {!readOnly && form.dirty && (
        <div className={classes.saveBar}>
          <p role="status">
            <PreviewWords preview={form.preview} wrong={form.wrong.size > 0} />
          </p>
          <Button variant="default" onClick={form.discard}>
            {t('discard')}
          </Button>
          <Button loading={form.running} disabled={form.wrong.size > 0 || form.moved} onClick={form.submit}>
            {t('save', { version: form.version + 1 })}
          </Button>
        </div>
      )}
      <p className={classes.quiet}>
        <StatusBadge tone="neutral">{t('version', { version: current.version })}</StatusBadge>{' '}
        {t('by', { name: current.createdBy?.name ?? t('system'), at: formats.dateTime(current.createdAt) })}
      </p>
    </>
  );
}

function PreviewWords({ preview, wrong }: { preview: ReturnType<typeof useTargetsForm>['preview']; wrong: boolean }) {
  const t = useTranslations('settings.targets');
  if (wrong) return t('fixFirst');
  if (preview === null) return t('unsaved');
  const { openInquiries, moved, earlier, later, overdue } = preview;
  if (openInquiries === 0) return t('previewNone');
  if (moved === 0) return t('previewSame', { count: openInquiries });
  return `${t('preview', { moved, earlier, later })}${overdue > 0 ? ` ${t('previewOverdue', { count: overdue })}` : ''}`;
}
