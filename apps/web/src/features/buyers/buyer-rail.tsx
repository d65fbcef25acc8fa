'use client';
import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { LevelBadge } from '../../components/badges.tsx';
import { Panel } from '../../components/page-frame.tsx';
import { BuyerFacts } from './buyer-facts.tsx';
import classes from './buyer-page.module.css';
import type { BuyerRecord } from './buyer-page.tsx';
import { GradeWhy } from './grade-why.tsx';

/** Beside the history: why this grade, how channels know the buyer, whom to reach. */
export function BuyerRail({ buyer, whyRef }: { buyer: BuyerRecord; whyRef: RefObject<HTMLDivElement | null> }) {
  const t = useTranslations('buyers');
  const hasFacts = [buyer.country, buyer.language, buyer.companyType, buyer.employees, buyer.webSite].some(
    (fact) => fact !== null,
  );
  return (
    <aside className={classes.rail}>
      {buyer.gradeExplanation && (
        <div ref={whyRef} tabIndex={-1}>
          <Panel title={buyer.grade === null ? t('whyGrade') : t('whyTitle', { grade: buyer.grade })}>
            <GradeWhy explanation={buyer.gradeExplanation} />
          </Panel>
        </div>
      )}
      {hasFacts && (
        <Panel title={t('company')}>
          <dl className={classes.facts}>
            <BuyerFacts buyer={buyer} />
          </dl>
        </Panel>
      )}
      <Panel title={t('contacts')}>
        {buyer.contacts.length === 0 ? (
          <p className={classes.nothing}>{t('noContacts')}</p>
        ) : (
          <ul className={classes.contacts}>
            {buyer.contacts.map(({ id, name, email, phone }) => (
              <li key={id}>
                {name !== null && <strong dir="auto">{name}</strong>}
                {email !== null && <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}>{email}</a>}
                {phone !== null && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={t('identities')}>
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
    </aside>
  );
}
