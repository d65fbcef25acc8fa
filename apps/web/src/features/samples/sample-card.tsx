'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { StatusBadge, type StatusTone } from '../../components/badges.tsx';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useMay, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { GradeButton } from '../buyers/index.ts';
import { CostLines } from './cost-lines.tsx';
import classes from './samples.module.css';
import { SampleActs } from './stages/sample-acts.tsx';
import { SampleSteps } from './stages/sample-steps.tsx';
import type { SavedSample } from './use-sample-refusal.ts';
import type { Sample } from './use-samples.ts';

const TONES: Record<Sample['stage'], StatusTone> = {
  REQUESTED: 'warning',
  APPROVED: 'info',
  SENT: 'info',
  ARRIVED: 'info',
  FEEDBACK: 'info',
  CONVERTED: 'good',
  DROPPED: 'neutral',
};

/** One sample: its buyer and goal, what it costs whom, how far it is and what comes next. */
export function SampleCard({ sample, onSaved }: { sample: Sample; onSaved: (saved: SavedSample) => void }) {
  const t = useTranslations('samples');
  const formats = useFormats();
  const href = useWorkspaceHref();
  const may = useMay();
  const { buyer } = sample;
  const requested = [
    formats.day(sample.requestedAt),
    sample.requestedBy && t('by', { name: sample.requestedBy.name }),
  ].filter(Boolean);
  return (
    <li className={classes.card}>
      <header className={classes.cardHead}>
        <GradeButton buyerId={buyer.id} grade={buyer.grade} />
        <h2 className={classes.buyer} dir="auto">
          {may('buyer:read') ? <Link href={href('buyers', buyer.id)}>{buyer.name}</Link> : buyer.name}
        </h2>
        {buyer.country !== null && <span className={classes.dim}>{formats.country(buyer.country)}</span>}
        {sample.kind === 'GROWTH' && <span className={classes.kind}>{t('kinds.GROWTH')}</span>}
        <StatusBadge tone={TONES[sample.stage]}>{t(`stages.${sample.stage}`)}</StatusBadge>
        <span className={classes.requested}>{t('requestedAt', { at: requested.join(' · ') })}</span>
      </header>
      <div className={classes.cardBody}>
        <dl className={classes.goal}>
          <dt>{t('purpose')}</dt>
          <dd dir="auto">{sample.purpose}</dd>
          <dt>{t('successTest')}</dt>
          <dd dir="auto">{sample.successTest}</dd>
          {sample.result !== null && (
            <>
              <dt>{t('result')}</dt>
              <dd dir="auto">{sample.result}</dd>
            </>
          )}
          {sample.dropReason !== null && (
            <>
              <dt>{t('dropReason')}</dt>
              <dd dir="auto">{sample.dropReason}</dd>
            </>
          )}
        </dl>
        <CostLines sample={sample} />
        <div className={classes.progress}>
          <SampleSteps sample={sample} />
          <SampleActs sample={sample} onSaved={onSaved} />
        </div>
      </div>
    </li>
  );
}
