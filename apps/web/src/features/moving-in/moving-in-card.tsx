'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { CheckIcon } from '../../components/icons.tsx';
import { Panel } from '../../components/page-frame.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useMay, useWorkspace } from '../../platform/viewer/viewer-provider.tsx';
import { MovingInSteps } from './moving-in-steps.tsx';
import { ProgressLine } from './progress-line.tsx';
import { STEP_PLACES } from './step-places.ts';
import { useMovingIn } from './use-moving-in.ts';

/** Top of Home in a new workspace. It goes by itself when nothing is left, and never stands in the way of what is due. */
export function MovingInCard() {
  const t = useTranslations('movingIn');
  const may = useMay();
  const { workspaceId } = useWorkspace();
  const { data, say, hide, running } = useMovingIn();
  const memory = `dangol.moving-in.${workspaceId}`;
  const shown = data?.movingIn.shown ?? false;
  const finished = data?.movingIn.finished ?? false;
  const [celebrating, setCelebrating] = useState(false);

  useEffect(() => {
    // Who saw the list unfinished hears once that it is; nobody else is bothered.
    if (shown) window.localStorage.setItem(memory, 'seen');
    if (finished && window.localStorage.getItem(memory) !== null) setCelebrating(true);
    if (!finished) setCelebrating(false);
  }, [shown, finished, memory]);
  const close = () => {
    window.localStorage.removeItem(memory);
    setCelebrating(false);
  };

  if (data === null) return null;
  if (celebrating)
    return (
      <Panel>
        <div role="status">
          <EmptyState
            icon={<CheckIcon />}
            title={t('finished')}
            action={
              <Button variant="default" onClick={close}>
                {t('close')}
              </Button>
            }
          >
            {t('finishedText')}
          </EmptyState>
        </div>
      </Panel>
    );
  const canDoSomething = data.movingIn.steps.some(({ key, state }) => state === 'OPEN' && may(STEP_PLACES[key].needs));
  if (!shown || !canDoSomething) return null;
  return (
    <Panel
      title={t('title')}
      lead={<ProgressLine steps={data.movingIn.steps} />}
      actions={
        may('workspace:manage') && (
          <Button variant="subtle" color="gray" c="inherit" disabled={running} onClick={() => void hide(true)}>
            {t('hide')}
          </Button>
        )
      }
      flush
    >
      <MovingInSteps data={data} running={running} onSay={(step, act) => void say(step, act)} />
    </Panel>
  );
}
