'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { StatusBadge, type StatusTone } from '../../../../components/badges.tsx';
import { BuyerSamplesDocument, type BuyerSamplesQuery, type SampleStage } from '../../../../generated/graphql.ts';
import { useScreenQuery } from '../../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../../platform/i18n/use-formats.ts';
import { useMay, useWorkspaceHref } from '../../../../platform/viewer/viewer-provider.tsx';
import { MoneyText } from '../../money-text.tsx';
import classes from '../buyer-page.module.css';
import { TabState } from './tab-state.tsx';

type Sample = NonNullable<BuyerSamplesQuery['buyer']>['samples'][number];

const TONES: Record<SampleStage, StatusTone> = {
  REQUESTED: 'warning',
  APPROVED: 'info',
  SENT: 'info',
  ARRIVED: 'info',
  FEEDBACK: 'info',
  CONVERTED: 'good',
  DROPPED: 'neutral',
};

/** Samples of the buyer: what each must prove, where it is, and who pays what. */
export function SamplesTab({ buyerId, erased }: { buyerId: string; erased: boolean }) {
  const t = useTranslations('buyers.samples');
  const href = useWorkspaceHref();
  const may = useMay();
  const query = useScreenQuery(
    BuyerSamplesDocument,
    { id: buyerId },
    { refreshOn: (event) => event.buyerId === buyerId && event.verb.startsWith('sample') },
  );
  return (
    <TabState query={query}>
      {({ buyer }) => (
        <>
          {may('sample:request') && !erased && (
            <p className={classes.tabActs}>
              <Button component={Link} href={`${href('samples')}?new=${buyerId}`} variant="default">
                {t('request')}
              </Button>
            </p>
          )}
          {buyer?.samples.length === 0 && <p className={classes.nothing}>{t('none')}</p>}
          <ul className={classes.entries}>
            {buyer?.samples.map((sample) => (
              <SampleItem key={sample.id} sample={sample} />
            ))}
          </ul>
        </>
      )}
    </TabState>
  );
}

function SampleItem({ sample }: { sample: Sample }) {
  const t = useTranslations('buyers.samples');
  const formats = useFormats();
  const ended = sample.stage === 'DROPPED' ? sample.dropReason : sample.result;
  return (
    <li>
      <p className={classes.entryTop}>
        <StatusBadge tone={TONES[sample.stage]}>{t(`stages.${sample.stage}`)}</StatusBadge>
        <strong dir="auto">
          {sample.items.map(({ description, quantity }) => `${description} × ${formats.number(quantity)}`).join(', ')}
        </strong>
        <span className={classes.dim}>{formats.day(sample.requestedAt)}</span>
      </p>
      <p dir="auto">{t('proves', { purpose: sample.purpose, test: sample.successTest })}</p>
      {ended !== null && <p dir="auto">{t(sample.stage === 'DROPPED' ? 'dropped' : 'result', { text: ended })}</p>}
      <dl className={classes.amounts}>
        <div>
          <dt>{t('cost')}</dt>
          <dd>
            <MoneyText money={sample.cost} />
          </dd>
        </div>
        <div>
          <dt>{t('buyerPays', { percent: sample.buyerSharePercent })}</dt>
          <dd>
            <MoneyText money={sample.buyerPays} />
          </dd>
        </div>
        <div>
          <dt>{t('sellerPays')}</dt>
          <dd>
            <MoneyText money={sample.sellerPays} />
          </dd>
        </div>
        <div>
          <dt>{t('gradeThen')}</dt>
          <dd>{sample.gradeAtRequest ?? '–'}</dd>
        </div>
      </dl>
      {sample.overrideReason !== null && (
        <p className={classes.dim} dir="auto">
          {t('overridden', { reason: sample.overrideReason })}
        </p>
      )}
    </li>
  );
}
