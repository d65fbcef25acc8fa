'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FailureState, Loading } from '../../../components/states.tsx';
import { BuyerGradeHistoryDocument, type GradeChangeFieldsFragment } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { knownCode } from '../known-code.ts';
import classes from './grade-history.module.css';

/** Why a grade changed, as the API names it. */
const CAUSES = [
  'message',
  'orders',
  'inquiry_read',
  'inquiry_ended',
  'facts',
  'rules',
  'nightly',
  'merge',
  'override',
  'override_ended',
] as const;
const SHORT = 4;

/** Every change of the grade, newest first: from, to, why, by whom, and the reason of a decision over the rules. */
export function GradeHistory({ buyerId }: { buyerId: string }) {
  const t = useTranslations('buyers.gradeHistory');
  const { data, failure, loading, reload } = useScreenQuery(
    BuyerGradeHistoryDocument,
    { id: buyerId },
    { refreshOn: (event) => event.buyerId === buyerId && event.verb.includes('grade') },
  );
  const [all, setAll] = useState(false);
  const changes = data?.buyer?.gradeHistory ?? [];
  return (
    <section className={classes.history} aria-label={t('title')}>
      <h3>{t('title')}</h3>
      {loading && <Loading onRetry={reload} rows={2} />}
      {failure && <FailureState failure={failure} onRetry={reload} compact />}
      {data && changes.length === 0 && <p className={classes.dim}>{t('none')}</p>}
      <ol>
        {(all ? changes : changes.slice(0, SHORT)).map((change) => (
          <Change key={`${change.at} ${change.cause}`} change={change} />
        ))}
      </ol>
      {!all && changes.length > SHORT && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('all', { count: changes.length })}
        </Button>
      )}
    </section>
  );
}

function Change({ change }: { change: GradeChangeFieldsFragment }) {
  const t = useTranslations('buyers.gradeHistory');
  const formats = useFormats();
  const cause = knownCode(CAUSES, change.cause);
  const about = [
    formats.dateTime(change.at),
    cause ? t(`causes.${cause}`) : null,
    change.byName,
    change.score === null ? null : t('score', { score: formats.number(change.score) }),
  ];
  return (
    <li>
      <span className={classes.step}>
        {change.from === null
          ? t('first', { to: change.to })
          : change.from === change.to
            ? t('same', { to: change.to })
            : t('step', { from: change.from, to: change.to })}
      </span>
      {change.reason !== null && <q dir="auto">{change.reason}</q>}
      <span className={classes.dim}>{about.filter(Boolean).join(' · ')}</span>
    </li>
  );
}
