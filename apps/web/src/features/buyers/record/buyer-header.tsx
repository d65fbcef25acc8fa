'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LevelBadge, StatusBadge } from '../../../components/badges.tsx';
import type { BuyerRecordFieldsFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useNow } from '../../../platform/time/use-now.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { BuyerClock } from '../buyer-clock.tsx';
import { GradeButton } from '../grade/grade-button.tsx';
import { GradeName } from '../grade/grade-name.tsx';
import classes from './buyer-page.module.css';
import { NextLine } from './next-line.tsx';
import { OrderFacts } from './order-facts.tsx';
import { OwnerMenu } from './owner-menu.tsx';
import { PersonalDataMenu } from './personal-data-menu.tsx';
import { TagEditor } from './tag-editor.tsx';

const DAY_MS = 86_400_000;

interface BuyerHeaderProps {
  buyer: BuyerRecordFieldsFragment;
  reload: () => void;
  onWhy: () => void;
  /** null for those who may not decide over the rules. */
  onChange: (() => void) | null;
}

/** Who it is, what they are worth to us and why, where they stand, who looks after them, what comes next. */
export function BuyerHeader({ buyer, reload, onWhy, onChange }: BuyerHeaderProps) {
  const t = useTranslations('buyers');
  const formats = useFormats();
  const may = useMay();
  const now = useNow();
  const mayWrite = may('buyer:write') && buyer.erasedAt === null;
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(buyer.stageSince)) / DAY_MS));
  return (
    <header className={classes.header}>
      <div className={classes.titleLine}>
        <GradeButton buyerId={buyer.id} grade={buyer.grade} size="lg" />
        <div className={classes.titles}>
          <h1 dir="auto">{buyer.name}</h1>
          {buyer.company !== null && buyer.company !== buyer.name && (
            <p className={classes.dim} dir="auto">
              {buyer.company}
            </p>
          )}
        </div>
        <div className={classes.gradeActs}>
          <strong>
            <GradeName grade={buyer.grade} computed={buyer.gradeOverride ? buyer.computedGrade : null} />
          </strong>
          {buyer.gradeOverride?.reviewDue && <StatusBadge tone="warning">{t('override.reviewDue')}</StatusBadge>}
          {buyer.gradeExplanation && (
            <Button variant="default" onClick={onWhy}>
              {t('whyScore', { score: Math.round(buyer.gradeExplanation.score) })}
            </Button>
          )}
          {onChange && (
            <Button variant="default" onClick={onChange}>
              {t('override.open')}
            </Button>
          )}
        </div>
        <span className={classes.level}>
          <span className={classes.dim}>{t('platformLevel')}</span>
          {buyer.platformLevel === null ? t('noLevel') : <LevelBadge level={buyer.platformLevel} />}
        </span>
        <BuyerClock country={buyer.country} />
        <PersonalDataMenu buyer={buyer} onErased={reload} />
      </div>
      <div className={classes.meta}>
        <span>
          {t('stageSince', { stage: t(`stages.${buyer.stage}`), since: formats.day(buyer.stageSince), days })}
        </span>
        <OwnerMenu buyer={buyer} mayChange={mayWrite} onChanged={reload} />
        <span>
          {buyer.lastContactAt === null
            ? t('neverContacted')
            : t('lastContactAt', { at: formats.dateTime(buyer.lastContactAt) })}
        </span>
        <NextLine buyer={buyer} />
      </div>
      <TagEditor buyer={buyer} mayChange={mayWrite} onChanged={reload} />
      <OrderFacts summary={buyer.orderSummary} />
    </header>
  );
}
