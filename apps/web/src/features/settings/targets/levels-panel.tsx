'use client';
import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Panel } from '../../../components/page-frame.tsx';
import classes from '../settings.module.css';
import { GRADES, LEVELS, type TargetsDraft } from './targets-draft.ts';

/** Buyers of a high platform level are served as a better grade, whatever their own. */
export function LevelsPanel({
  levels,
  readOnly,
  onChange,
}: {
  levels: TargetsDraft['levels'];
  readOnly: boolean;
  onChange: (levels: TargetsDraft['levels']) => void;
}) {
  const t = useTranslations('settings.targets');
  const common = useTranslations('common');
  return (
    <Panel title={t('levels')} lead={t('levelsLead')}>
      <fieldset className={classes.fields} disabled={readOnly}>
        <legend className="visually-hidden">{t('levels')}</legend>
        <div className={classes.fieldGrid}>
          {LEVELS.map((level) => (
            <NativeSelect
              key={level}
              label={common('level', { level })}
              value={levels[level]}
              data={[
                { value: '', label: t('ownGrade') },
                ...GRADES.map((grade) => ({ value: grade, label: t('countsAs', { grade }) })),
              ]}
              onChange={(event) =>
                onChange({ ...levels, [level]: GRADES.find((grade) => grade === event.currentTarget.value) ?? '' })
              }
            />
          ))}
        </div>
      </fieldset>
    </Panel>
  );
}
