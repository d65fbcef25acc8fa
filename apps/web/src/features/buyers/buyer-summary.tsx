'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { LevelBadge } from '../../components/badges.tsx';
import type { BuyerPanelFieldsFragment } from '../../generated/graphql.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useMay, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { BuyerClock } from './buyer-clock.tsx';
import classes from './buyer-summary.module.css';
import { GradeButton } from './grade/grade-button.tsx';
import { GradeName } from './grade/grade-name.tsx';
import { GradeWhy } from './grade/grade-why.tsx';
import { BuyerFacts } from './record/buyer-facts.tsx';
import { OrderFacts } from './record/order-facts.tsx';
import { Tags } from './tags.tsx';

/** The buyer beside a conversation: grade with its reasons, platform level apart, what they bought, when we last spoke. */
export function BuyerSummary({ buyer }: { buyer: BuyerPanelFieldsFragment }) {
  const t = useTranslations('buyers');
  const formats = useFormats();
  const href = useWorkspaceHref();
  const may = useMay();
  return (
    <div className={classes.summary}>
      <header>
        <div className={classes.nameLine}>
          <h3 className={classes.name} dir="auto">
            {buyer.name}
          </h3>
          <BuyerClock country={buyer.country} />
        </div>
        {buyer.company !== null && buyer.company !== buyer.name && (
          <p className={classes.company} dir="auto">
            {buyer.company}
          </p>
        )}
      </header>
      <GradeLine buyer={buyer} />
      <Tags tags={buyer.tags} freeTags={buyer.freeTags} />
      <OrderFacts summary={buyer.orderSummary} />
      <dl className={classes.facts}>
        <dt>{t('filter.stage')}</dt>
        <dd>{t(`stages.${buyer.stage}`)}</dd>
        <dt>{t('lastContact')}</dt>
        <dd>{buyer.lastContactAt === null ? t('never') : formats.dateTime(buyer.lastContactAt)}</dd>
        <dt>{t('owner')}</dt>
        <dd>{buyer.owner?.name ?? t('noOwner')}</dd>
        <BuyerFacts buyer={buyer} />
      </dl>
      {may('buyer:read') && (
        <Button component={Link} href={href('buyers', buyer.id)} variant="default">
          {t('openPage')}
        </Button>
      )}
    </div>
  );
}

/** Grade with its explanation one click away; the platform's level beside it, never mixed with it. */
function GradeLine({ buyer }: { buyer: BuyerPanelFieldsFragment }) {
  const t = useTranslations('buyers');
  const [opened, setOpened] = useState(false);
  const { gradeExplanation: explanation } = buyer;
  return (
    <div className={classes.gradeBox}>
      <div className={classes.gradeLine}>
        <GradeButton buyerId={buyer.id} grade={buyer.grade} size="lg" />
        <div className={classes.gradeWords}>
          <span>
            <GradeName grade={buyer.grade} computed={buyer.gradeOverride ? buyer.computedGrade : null} />
          </span>
          {explanation && <span className={classes.dim}>{t('scoreOf', { score: Math.round(explanation.score) })}</span>}
        </div>
        {explanation && (
          <Button
            variant="subtle"
            aria-expanded={opened}
            aria-label={t('whyGrade')}
            onClick={() => setOpened((was) => !was)}
          >
            {t('whyShort')}
          </Button>
        )}
      </div>
      {opened && explanation && <GradeWhy explanation={explanation} />}
      <div className={classes.levelLine}>
        <span>{t('platformLevel')}</span>
        {buyer.platformLevel === null ? (
          <span className={classes.dim}>{t('noLevel')}</span>
        ) : (
          <LevelBadge level={buyer.platformLevel} />
        )}
      </div>
    </div>
  );
}
