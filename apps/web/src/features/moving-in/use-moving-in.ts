'use client';
import { useTranslations } from 'next-intl';
import {
  ChangeMovingInStepDocument,
  HideMovingInDocument,
  type MovingInAct,
  MovingInDocument,
} from '../../generated/graphql.ts';
import type { Failure } from '../../platform/graphql/failure.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { concernsMovingIn, type MovingInStepKey } from './step-places.ts';

/** The checklist and what one can say about it. It follows what colleagues do. */
export function useMovingIn(pause = false) {
  const t = useTranslations('movingIn');
  const failures = useTranslations('failure');
  const { show } = useToasts();
  const query = useScreenQuery(MovingInDocument, {}, { pause, refreshOn: concernsMovingIn });
  const [changeStep, changing] = useAct(ChangeMovingInStepDocument);
  const [hideList, hiding] = useAct(HideMovingInDocument);
  const settle = (failure: Failure | null) => {
    if (failure !== null) show({ message: failures(failure.kind), tone: 'bad' });
    query.reload();
    return failure === null;
  };

  const say = async (step: MovingInStepKey, act: MovingInAct) => {
    const { failure } = await changeStep({ step, act });
    if (settle(failure) && act === 'SKIP')
      show({ message: t('skippedToast', { step: t(`steps.${step}.title`) }), undo: () => void say(step, 'RESUME') });
  };
  const hide = async (hidden: boolean) => {
    const { failure } = await hideList({ hidden });
    if (settle(failure) && hidden) show({ message: t('hiddenToast'), undo: () => void hide(false) });
  };
  return { ...query, say, hide, running: changing || hiding };
}
