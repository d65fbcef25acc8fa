'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { StatusBadge } from '../../components/badges.tsx';
import { CheckIcon } from '../../components/icons.tsx';
import type { MovingInAct, MovingInQuery } from '../../generated/graphql.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useMay, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import classes from './moving-in.module.css';
import { CONFIRMABLE, type MovingInStep, type MovingInStepKey, STEP_PLACES } from './step-places.ts';

/** One step: done by itself as soon as the data shows it, never blocking the next. */
export function StepRow({
  step,
  number,
  isNext,
  settings,
  running,
  onSay,
}: {
  step: MovingInStep;
  number: number;
  isNext: boolean;
  settings: MovingInQuery['workspaceSettings'];
  running: boolean;
  onSay: (step: MovingInStepKey, act: MovingInAct) => void;
}) {
  const t = useTranslations('movingIn');
  const formats = useFormats();
  const may = useMay();
  const href = useWorkspaceHref();
  const { key, state, underWay, minutes } = step;
  const { segments, needs } = STEP_PLACES[key];
  const title = t(`steps.${key}.title`);
  const values = {
    language: formats.language(settings.language),
    currency: settings.baseCurrency,
    zone: settings.timeZone,
  };
  return (
    <li className={classes.step} data-state={state}>
      <span className={classes.mark} aria-hidden>
        {state === 'DONE' ? <CheckIcon /> : number}
      </span>
      <div className={classes.words}>
        <p className={classes.title}>
          <span>{title}</span>
          {state === 'DONE' && <StatusBadge tone="good">{t('done')}</StatusBadge>}
          {state === 'SKIPPED' && <StatusBadge tone="neutral">{t('skipped')}</StatusBadge>}
          {state === 'OPEN' && underWay && <StatusBadge tone="info">{t(`underWay.${underWayKey(key)}`)}</StatusBadge>}
          {state === 'OPEN' && !underWay && <span className={classes.minutes}>{t('minutes', { minutes })}</span>}
        </p>
        {state !== 'DONE' && <p className={classes.why}>{t(`steps.${key}.why`, values)}</p>}
      </div>
      <div className={classes.acts}>
        {state === 'OPEN' && may('workspace:manage') && (
          <Button
            variant="subtle"
            color="gray"
            c="inherit"
            disabled={running}
            onClick={() => onSay(key, 'SKIP')}
            aria-label={t('skipOf', { step: title })}
          >
            {t('skip')}
          </Button>
        )}
        {state === 'OPEN' && may('workspace:manage') && CONFIRMABLE.includes(key) && (
          <Button
            variant="default"
            disabled={running}
            onClick={() => onSay(key, 'CONFIRM')}
            aria-label={t('confirmOf', { step: title })}
          >
            {t('confirm')}
          </Button>
        )}
        {state === 'SKIPPED' && may('workspace:manage') && (
          <Button
            variant="default"
            disabled={running}
            onClick={() => onSay(key, 'RESUME')}
            aria-label={t('resumeOf', { step: title })}
          >
            {t('resume')}
          </Button>
        )}
        {state === 'OPEN' && may(needs) && (
          <Button
            component={Link}
            href={href(...segments)}
            variant={isNext ? 'filled' : 'default'}
            aria-label={t('goOf', { step: title, act: t(`steps.${key}.go`) })}
          >
            {t(`steps.${key}.go`)}
          </Button>
        )}
      </div>
    </li>
  );
}

const underWayKey = (key: MovingInStepKey) => (key === 'IMPORT' ? 'IMPORT' : 'CHANNEL');
