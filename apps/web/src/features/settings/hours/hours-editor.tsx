'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { StatusBadge } from '../../../components/badges.tsx';
import forms from '../../../components/form.module.css';
import type { BusinessHoursFieldsFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { MovedNotice } from '../moved-notice.tsx';
import classes from '../settings.module.css';
import { HolidaysPanel } from './holidays-panel.tsx';
import { type HoursDraft, type HoursProblem, placeOf } from './hours-draft.ts';
import { SpecialDaysPanel } from './special-days-panel.tsx';
import { useHoursForm } from './use-hours-form.ts';
import { useProblemWords } from './use-problem-words.ts';
import { WeekPanel } from './week-panel.tsx';

/** The hours of a workspace with what saving them would do; a new version is saved, older ones go on being cited. */
export function HoursEditor({
  current,
  channelId,
  unconfirmed,
  readOnly,
  onSaved,
}: {
  current: BusinessHoursFieldsFragment;
  /** Whose hours they are; null: the workspace's. */
  channelId: string | null;
  /** Moving in still asks whether these hours are right: saving answers it, also as they are. */
  unconfirmed: boolean;
  readOnly: boolean;
  onSaved: () => void;
}) {
  const t = useTranslations('settings.hours');
  const formats = useFormats();
  const form = useHoursForm(current, channelId, onSaved);
  const words = useProblemWords();
  const { draft, preview, problems } = form;
  const change = (patch: Partial<HoursDraft>) => form.setDraft({ ...draft, ...patch });
  const problemAt = (place: string) => {
    const found = problems.find((problem) => placeOf(problem, draft) === place);
    return found && words(found);
  };
  const whole = problems.filter((problem: HoursProblem) => placeOf(problem, draft) === null);

  return (
    <>
      <WeekPanel
        weekly={draft.weekly}
        timeZone={current.timeZone}
        readOnly={readOnly}
        problemAt={problemAt}
        onChange={(weekly) => change({ weekly })}
      />
      <HolidaysPanel
        holidays={draft.holidays}
        readOnly={readOnly}
        problemAt={problemAt}
        onChange={(holidays) => change({ holidays })}
      />
      <SpecialDaysPanel
        days={draft.specialDays}
        readOnly={readOnly}
        problemAt={problemAt}
        onChange={(specialDays) => change({ specialDays })}
      />
      {form.moved && form.dirty && (
        <MovedNotice
          name={current.createdBy?.name ?? t('system')}
          version={current.version}
          onKeep={form.keepMine}
          onTake={form.take}
        />
      )}
      {(whole.length > 0 || form.failed !== null) && (
        <p className={forms.problem} role="alert">
          {form.failed ?? whole.map(words).join(' ')}
        </p>
      )}
      {!readOnly && (form.dirty || unconfirmed) && (
        <div className={classes.saveBar}>
          <p role="status">
            {form.dirty ? <PreviewWords preview={preview} wrong={problems.length > 0} /> : t('confirmAdvice')}
          </p>
          {form.dirty && (
            <Button variant="default" onClick={form.discard}>
              {t('discard')}
            </Button>
          )}
          <Button loading={form.running} disabled={problems.length > 0 || form.moved} onClick={form.submit}>
            {form.dirty ? t('save', { version: form.version + 1 }) : t('confirm')}
          </Button>
        </div>
      )}
      <p className={classes.quiet}>
        <StatusBadge tone="neutral">{t('version', { version: current.version })}</StatusBadge>{' '}
        {t('by', { name: current.createdBy?.name ?? t('system'), at: formats.dateTime(current.createdAt) })}
        {readOnly && ` ${t('readOnly')}`}
      </p>
    </>
  );
}

function PreviewWords({ preview, wrong }: { preview: ReturnType<typeof useHoursForm>['preview']; wrong: boolean }) {
  const t = useTranslations('settings.hours');
  if (wrong) return t('fixFirst');
  if (preview === null) return t('unsaved');
  const { openInquiries, moved, earlier, later, overdue } = preview;
  if (openInquiries === 0) return t('previewNone');
  if (moved === 0) return t('previewSame', { count: openInquiries });
  return `${t('preview', { moved, earlier, later })}${overdue > 0 ? ` ${t('previewOverdue', { count: overdue })}` : ''}`;
}
