'use client';
import { useTranslations } from 'next-intl';
import type { MovingInAct, MovingInQuery } from '../../generated/graphql.ts';
import { StepRow } from './step-row.tsx';
import classes from './moving-in.module.css';
import type { MovingInStepKey } from './step-places.ts';

/** The steps in their order, each with its state, why it is worth it, and the way to where it is done. */
export function MovingInSteps({
  data,
  running,
  onSay,
}: {
  data: MovingInQuery;
  running: boolean;
  onSay: (step: MovingInStepKey, act: MovingInAct) => void;
}) {
  const t = useTranslations('movingIn');
  const { steps } = data.movingIn;
  const next = steps.find(({ state }) => state === 'OPEN')?.key;
  return (
    <ol className={classes.steps} aria-label={t('title')}>
      {steps.map((step, index) => (
        <StepRow
          key={step.key}
          step={step}
          number={index + 1}
          isNext={step.key === next}
          settings={data.workspaceSettings}
          running={running}
          onSay={onSay}
        />
      ))}
    </ol>
  );
}
