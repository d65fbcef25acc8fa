'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { StatusBadge, type StatusTone } from '../../../components/badges.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { FailureState, Loading } from '../../../components/states.tsx';
import { MailDomainDocument, type MailDomainQuery } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import classes from '../settings.module.css';

type Finding = NonNullable<MailDomainQuery['mailDomainCheck']>['findings'][number];

const RECORDS = ['SPF', 'DKIM', 'DMARC'] as const;
const STATES = ['OK', 'WEAK', 'MISSING', 'INVALID', 'UNKNOWN'] as const;
const TONES: Readonly<Record<(typeof STATES)[number], StatusTone>> = {
  OK: 'good',
  WEAK: 'warning',
  MISSING: 'bad',
  INVALID: 'bad',
  UNKNOWN: 'neutral',
};

/** Whether the world may trust mail of our domain, in words, with what to do where it may not. */
export function DomainPanel({ channelId }: { channelId: string }) {
  const t = useTranslations('settings.channels.domain');
  const formats = useFormats();
  const query = useScreenQuery(MailDomainDocument, { channelId });
  const check = query.data?.mailDomainCheck ?? null;
  const again = (
    <Button variant="default" loading={query.loading} onClick={query.reload}>
      {t('again')}
    </Button>
  );
  return (
    <Panel title={t('title')} lead={t('lead')} actions={again} flush>
      {query.failure !== null && <FailureState failure={query.failure} onRetry={query.reload} compact />}
      {query.loading && check === null && (
        <div className={classes.padded}>
          <Loading onRetry={query.reload} rows={3} />
        </div>
      )}
      {check !== null && (
        <>
          <ul className={classes.list}>
            {check.findings.map((finding) => (
              <FindingItem key={finding.record} finding={finding} />
            ))}
          </ul>
          <p className={classes.counted}>
            {t('checked', { domain: check.domain, at: formats.dateTime(check.checkedAt) })}
          </p>
        </>
      )}
      {query.data !== null && check === null && <p className={classes.padded}>{t('none')}</p>}
    </Panel>
  );
}

function FindingItem({ finding }: { finding: Finding }) {
  const t = useTranslations('settings.channels.domain');
  const record = RECORDS.find((each) => each === finding.record) ?? 'SPF';
  const state = STATES.find((each) => each === finding.state) ?? 'UNKNOWN';
  return (
    <li className={classes.card}>
      <span className={classes.cardTitle}>
        <span className={classes.strong}>{t(`records.${record}`)}</span>
        <StatusBadge tone={TONES[state]}>{t(`states.${state}`)}</StatusBadge>
      </span>
      <span>{t(`advice.${record}.${state}`)}</span>
      {finding.published !== null && (
        <details className={classes.details}>
          <summary>{t('published')}</summary>
          <pre className={classes.body}>{finding.published}</pre>
        </details>
      )}
    </li>
  );
}
