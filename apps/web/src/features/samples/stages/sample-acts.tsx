'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { lazyPart } from '../../../components/lazy-part.tsx';
import { type SampleStage, AdvanceSampleDocument } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import classes from '../samples.module.css';
import { type SavedSample, useSampleRefusal } from '../use-sample-refusal.ts';
import type { Sample } from '../use-samples.ts';

const StageDialog = lazyPart(() => import('./stage-dialog.tsx').then((module) => module.StageDialog));
const ShareDialog = lazyPart(() => import('./share-dialog.tsx').then((module) => module.ShareDialog));

/** Stages that take more than a click: a result, an order, a reason. */
const ASKING = ['FEEDBACK', 'CONVERTED', 'DROPPED'] as const;
type AskingStage = (typeof ASKING)[number];

/** What can be done with a sample now: one filled button for the next stage, the others beside it. */
export function SampleActs({ sample, onSaved }: { sample: Sample; onSaved: (saved: SavedSample) => void }) {
  const t = useTranslations('samples');
  const may = useMay();
  const { show } = useToasts();
  const refusal = useSampleRefusal();
  const [advance, running] = useAct(AdvanceSampleDocument);
  const [dialog, setDialog] = useState<AskingStage | 'share' | null>(null);
  const allowed = sample.nextStages.filter((stage) => may(stage === 'APPROVED' ? 'sample:approve' : 'sample:advance'));
  const [next] = allowed.filter((stage) => stage !== 'DROPPED');
  const ended = sample.nextStages.length === 0;
  const waits = sample.stage === 'REQUESTED' && !may('sample:approve');

  const go = async (stage: SampleStage) => {
    const asking = ASKING.find((each) => each === stage);
    if (asking) return setDialog(asking);
    const { data, failure } = await advance({ input: { id: sample.id, to: stage } });
    const outcome = data?.advanceSample ?? null;
    if (outcome?.__typename === 'SampleSaved') {
      onSaved(outcome);
      return show({ message: t('advanced', { name: sample.buyer.name, stage: t(`stages.${stage}`) }), tone: 'good' });
    }
    return show({ message: refusal(outcome, failure) ?? '', tone: 'bad' });
  };

  const done = (saved: SavedSample) => {
    setDialog(null);
    onSaved(saved);
  };
  return (
    <div className={classes.acts}>
      {waits && <span className={classes.dim}>{t('waitsForApproval')}</span>}
      {allowed.map((stage) => (
        <Button
          key={stage}
          variant={stage === next ? 'filled' : stage === 'DROPPED' ? 'subtle' : 'default'}
          color={stage === 'DROPPED' ? 'gray' : undefined}
          loading={running && stage === next}
          aria-label={t(`actOf.${stage}`, { name: sample.buyer.name })}
          onClick={() => void go(stage)}
        >
          {t(`acts.${stage}`)}
        </Button>
      ))}
      {!ended && may('sample:approve') && (
        <Button
          variant="subtle"
          aria-label={t('share.of', { name: sample.buyer.name })}
          onClick={() => setDialog('share')}
        >
          {t('share.open')}
        </Button>
      )}
      {dialog === 'share' && <ShareDialog sample={sample} onClose={() => setDialog(null)} onSaved={done} />}
      {dialog !== null && dialog !== 'share' && (
        <StageDialog sample={sample} to={dialog} onClose={() => setDialog(null)} onSaved={done} />
      )}
    </div>
  );
}
