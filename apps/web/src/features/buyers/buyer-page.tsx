'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRef } from 'react';
import { GradeBadge, LevelBadge } from '../../components/badges.tsx';
import { BackIcon } from '../../components/icons.tsx';
import { Panel } from '../../components/page-frame.tsx';
import { Bone, EmptyState, FailureState, Loading } from '../../components/states.tsx';
import { BuyerPageDocument, type BuyerPageQuery } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useShortcuts } from '../../platform/keyboard/shortcuts-provider.tsx';
import { useUrlState } from '../../platform/url-state/use-url-state.ts';
import { useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { BuyerClock } from './buyer-clock.tsx';
import { BuyerConversations } from './buyer-conversations.tsx';
import { BuyerOrders } from './buyer-orders.tsx';
import classes from './buyer-page.module.css';
import { BuyerRail } from './buyer-rail.tsx';
import { TABS, buyerUrl } from './buyers-url.ts';
import { OrderFacts } from './order-facts.tsx';
import { TabList, TabPanel } from './tab-list.tsx';
import { Tags } from './tags.tsx';
import { Timeline } from './timeline.tsx';

const TABS_ID = 'buyer';

export type BuyerRecord = NonNullable<BuyerPageQuery['buyer']>;

/** A buyer's page: know, then act. */
export function BuyerPage({ id }: { id: string }) {
  const t = useTranslations('buyers');
  const href = useWorkspaceHref();
  const { data, failure, loading, reload } = useScreenQuery(
    BuyerPageDocument,
    { id },
    { refreshOn: (event) => event.buyerId === id || event.subjectId === id },
  );
  const buyer = data?.buyer ?? null;
  return (
    <div className={classes.page}>
      <Link href={href('buyers')} className={classes.up}>
        <BackIcon /> {t('title')}
      </Link>
      {failure && <FailureState failure={failure} onRetry={reload} compact={buyer !== null} />}
      {loading && (
        <Loading onRetry={reload}>
          <Bone height="8rem" />
          <Bone height="24rem" />
        </Loading>
      )}
      {data && !buyer && <EmptyState title={t('missing')}>{t('missingText')}</EmptyState>}
      {buyer && <BuyerBody buyer={buyer} />}
    </div>
  );
}

function BuyerBody({ buyer }: { buyer: BuyerRecord }) {
  const t = useTranslations('buyers');
  const [{ tab }, set] = useUrlState(buyerUrl);
  const why = useRef<HTMLDivElement>(null);
  const showWhy = () => {
    why.current?.scrollIntoView({ block: 'nearest' });
    why.current?.focus();
  };
  useShortcuts(
    buyer.gradeExplanation
      ? [{ keys: 'w', label: t('whyGrade'), group: t('title'), run: showWhy, palette: 'record' }]
      : [],
  );
  return (
    <>
      <BuyerHeader buyer={buyer} onWhy={showWhy} />
      <div className={classes.columns}>
        <Panel flush>
          <TabList
            id={TABS_ID}
            label={t('historyOf', { name: buyer.name })}
            tabs={TABS.map((name) => ({ name, text: t(`tabs.${name}`) }))}
            selected={tab}
            onSelect={(next) => set({ tab: next }, 'replace')}
          />
          <TabPanel id={TABS_ID} name={tab} className={classes.tabBody}>
            {tab === 'timeline' && <Timeline buyerId={buyer.id} events={buyer.timeline} />}
            {tab === 'conversations' && <BuyerConversations rows={buyer.conversations} />}
            {tab === 'orders' && <BuyerOrders buyerId={buyer.id} page={buyer.orders} />}
          </TabPanel>
        </Panel>
        <BuyerRail buyer={buyer} whyRef={why} />
      </div>
    </>
  );
}

function BuyerHeader({ buyer, onWhy }: { buyer: BuyerRecord; onWhy: () => void }) {
  const t = useTranslations('buyers');
  const formats = useFormats();
  return (
    <header className={classes.header}>
      <div className={classes.titleLine}>
        <GradeBadge grade={buyer.grade} size="lg" />
        <div className={classes.titles}>
          <h1 dir="auto">{buyer.name}</h1>
          {buyer.company !== null && buyer.company !== buyer.name && (
            <p className={classes.dim} dir="auto">
              {buyer.company}
            </p>
          )}
        </div>
        {buyer.gradeExplanation && (
          <Button variant="default" onClick={onWhy}>
            {t('whyScore', { score: Math.round(buyer.gradeExplanation.score) })}
          </Button>
        )}
        <span className={classes.level}>
          <span className={classes.dim}>{t('platformLevel')}</span>
          {buyer.platformLevel === null ? t('noLevel') : <LevelBadge level={buyer.platformLevel} />}
        </span>
        <BuyerClock country={buyer.country} />
      </div>
      <div className={classes.meta}>
        <span>{buyer.owner === null ? t('noOwnerYet') : t('ownerIs', { name: buyer.owner.name })}</span>
        <span>
          {buyer.lastContactAt === null
            ? t('neverContacted')
            : t('lastContactAt', { at: formats.dateTime(buyer.lastContactAt) })}
        </span>
        <span>{t('registeredAt', { at: formats.day(buyer.createdAt) })}</span>
        <Tags tags={buyer.tags} />
      </div>
      <OrderFacts summary={buyer.orderSummary} />
    </header>
  );
}
