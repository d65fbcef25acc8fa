'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { StatusBadge } from '../../../../components/badges.tsx';
import { lazyPart } from '../../../../components/lazy-part.tsx';
import { Panel } from '../../../../components/page-frame.tsx';
import type { ConsentPurpose } from '../../../../generated/graphql.ts';
import { useFormats } from '../../../../platform/i18n/use-formats.ts';
import classes from '../buyer-page.module.css';
import type { RailPanelProps } from './buyer-rail.tsx';
import { PURPOSES } from './purposes.ts';

const ConsentDialog = lazyPart(() => import('./consent-dialog.tsx').then((module) => module.ConsentDialog));

/** What the buyer agreed to, from where we know it, and what went before. */
export function ConsentPanel({ buyer, mayChange, onChanged }: RailPanelProps) {
  const t = useTranslations('buyers.consent');
  const formats = useFormats();
  const [recording, setRecording] = useState<ConsentPurpose | null>(null);
  const older = buyer.consents.filter(({ current }) => !current);
  return (
    <Panel title={t('title')}>
      <ul className={classes.contacts}>
        {PURPOSES.map((purpose) => {
          const consent = buyer.consents.find((each) => each.purpose === purpose && each.current);
          return (
            <li key={purpose} className={classes.contact}>
              <span className={classes.contactText}>
                <span className={classes.identityTop}>
                  <strong>{t(`purposes.${purpose}`)}</strong>
                  <StatusBadge tone={consent ? (consent.granted ? 'good' : 'bad') : 'neutral'}>
                    {t(consent ? (consent.granted ? 'granted' : 'withdrawn') : 'unrecorded')}
                  </StatusBadge>
                </span>
                {consent && (
                  <span className={classes.dim} dir="auto">
                    {[formats.day(consent.givenAt), consent.source, consent.recordedBy?.name]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                )}
              </span>
              {mayChange && (
                <Button
                  variant="subtle"
                  aria-label={t('recordFor', { purpose: t(`purposes.${purpose}`) })}
                  onClick={() => setRecording(purpose)}
                >
                  {t('record')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {older.length > 0 && (
        <details className={classes.older}>
          <summary>{t('older', { count: older.length })}</summary>
          <ul>
            {older.map(({ id, purpose, granted, givenAt, source }) => (
              <li key={id} dir="auto">
                {[formats.day(givenAt), t(`purposes.${purpose}`), t(granted ? 'granted' : 'withdrawn'), source].join(
                  ' · ',
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {recording && (
        <ConsentDialog buyer={buyer} purpose={recording} onClose={() => setRecording(null)} onSaved={onChanged} />
      )}
    </Panel>
  );
}
