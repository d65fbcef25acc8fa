'use client';
import { useTranslations } from 'next-intl';
import { lazyPart } from '../../components/lazy-part.tsx';
import { PageFrame } from '../../components/page-frame.tsx';
import { Bone, FailureState, Loading } from '../../components/states.tsx';
import { HomeDocument, type HomeQuery } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useMay, useWorkspace } from '../../platform/viewer/viewer-provider.tsx';
import { cappedCount } from '../inbox/index.ts';
import { AutoSendBar } from './auto-send-bar.tsx';
import { DueLists } from './due-lists.tsx';
import { HeadlineCard } from './headline-card.tsx';
import classes from './home.module.css';
import { useFinishedAt } from './use-finished-at.ts';
import { useWarnings } from './use-warnings.ts';

/** Only a new workspace draws it. */
const MovingInCard = lazyPart(() => import('../moving-in/index.ts').then((module) => module.MovingInCard));

/** Home: a list that ends. What is due now and today, what went wrong, and how fast we answer. */
export function HomeScreen() {
  const t = useTranslations('home');
  const { isDemo } = useWorkspace();
  const { data, failure, loading, reload } = useScreenQuery(HomeDocument, {}, { refreshOn: () => true });
  return (
    <PageFrame
      title={t('title')}
      lead={data && <HomeLead home={data.home} />}
      actions={data && <AutoSendBar autoSend={data.home.autoSend} onChanged={reload} />}
      wide
    >
      {!isDemo && <MovingInCard />}
      {failure && <FailureState failure={failure} onRetry={reload} compact={data !== null} />}
      {loading && (
        <Loading onRetry={reload}>
          <Bone height="11rem" />
          <Bone height="20rem" />
        </Loading>
      )}
      {data && <HomeBody home={data.home} />}
    </PageFrame>
  );
}

function HomeLead({ home }: { home: HomeQuery['home'] }) {
  const t = useTranslations('home');
  const formats = useFormats();
  const exceptions = useMay()('exception:read') ? home.inboundExceptions : 0;
  const troubles = home.failedDeliveries + exceptions;
  const lead = t('lead', {
    waiting: cappedCount(home.counts.waiting, formats.number),
    overdue: cappedCount(home.counts.overdue, formats.number),
    answered: formats.number(home.answeredToday),
  });
  return troubles > 0 ? `${lead} · ${t('leadTroubles', { count: troubles })}` : lead;
}

function HomeBody({ home }: { home: HomeQuery['home'] }) {
  const t = useTranslations('home');
  const warnings = useWarnings(home);
  const finishedAt = useFinishedAt(warnings.count, home.asOf);

  return (
    <>
      {home.headlines.length > 0 && (
        <section aria-label={t('headlines')}>
          <ul className={classes.headlines}>
            {home.headlines.map((headline) => (
              <HeadlineCard key={headline.channelId} headline={headline} />
            ))}
          </ul>
        </section>
      )}
      <DueLists home={home} warnings={warnings} finishedAt={finishedAt} />
    </>
  );
}
