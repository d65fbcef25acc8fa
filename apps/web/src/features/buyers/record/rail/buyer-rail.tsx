'use client';
import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { LevelBadge } from '../../../../components/badges.tsx';
import { lazyPart } from '../../../../components/lazy-part.tsx';
import { Panel } from '../../../../components/page-frame.tsx';
import type { BuyerRecordFieldsFragment } from '../../../../generated/graphql.ts';
import { useMay } from '../../../../platform/viewer/viewer-provider.tsx';
import { GradeHistory } from '../../grade/grade-history.tsx';
import { GradeWhy } from '../../grade/grade-why.tsx';
import { OverrideNotice } from '../../grade/override-notice.tsx';
import classes from '../buyer-page.module.css';
import { CompanyPanel } from './company-panel.tsx';
import { ConsentPanel } from './consent-panel.tsx';
import { ContactsPanel } from './contacts-panel.tsx';
import { CustomPanel } from './custom-panel.tsx';
import { LinksPanel } from './links-panel.tsx';

/** Few buyers have any. */
const DuplicatesPanel = lazyPart(() =>
  import('../../merge/duplicates-panel.tsx').then((module) => module.DuplicatesPanel),
);

export interface RailPanelProps {
  buyer: BuyerRecordFieldsFragment;
  mayChange: boolean;
  onChanged: () => void;
}

interface BuyerRailProps {
  buyer: BuyerRecordFieldsFragment;
  reload: () => void;
  whyRef: RefObject<HTMLDivElement | null>;
}

/** Beside the history: why this grade, whom to reach, what is known of the company, what they agreed to. */
export function BuyerRail({ buyer, reload, whyRef }: BuyerRailProps) {
  const may = useMay();
  const mayChange = may('buyer:write') && buyer.erasedAt === null;
  const panel = { buyer, mayChange, onChanged: reload };
  return (
    <aside className={classes.rail}>
      {buyer.duplicates.length > 0 && <DuplicatesPanel buyer={buyer} onChanged={reload} />}
      <div ref={whyRef} tabIndex={-1}>
        <WhyPanel buyer={buyer} />
      </div>
      <ContactsPanel {...panel} />
      <CompanyPanel {...panel} />
      {buyer.customValues.length > 0 && <CustomPanel {...panel} />}
      <LinksPanel {...panel} />
      <ConsentPanel {...panel} />
      <IdentitiesPanel buyer={buyer} />
    </aside>
  );
}

function WhyPanel({ buyer }: { buyer: BuyerRecordFieldsFragment }) {
  const t = useTranslations('buyers');
  return (
    <Panel title={buyer.grade === null ? t('whyGrade') : t('whyTitle', { grade: buyer.grade })}>
      <div className={classes.whyStack}>
        {buyer.gradeOverride && <OverrideNotice override={buyer.gradeOverride} />}
        {buyer.gradeExplanation ? <GradeWhy explanation={buyer.gradeExplanation} /> : <p>{t('why.notYet')}</p>}
        <GradeHistory buyerId={buyer.id} />
      </div>
    </Panel>
  );
}

function IdentitiesPanel({ buyer }: { buyer: BuyerRecordFieldsFragment }) {
  const t = useTranslations('buyers');
  return (
    <Panel title={t('identities')}>
      {buyer.identities.length === 0 && <p className={classes.nothing}>{t('noIdentities')}</p>}
      <ul className={classes.contacts}>
        {buyer.identities.map(({ id, channelName, externalId, platformLevel, displayName }) => (
          <li key={id}>
            <span className={classes.identityTop}>
              <strong>{channelName}</strong>
              <LevelBadge level={platformLevel} />
            </span>
            <span className={classes.dim} dir="auto">
              {displayName !== null && displayName !== buyer.name ? `${displayName} · ${externalId}` : externalId}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
