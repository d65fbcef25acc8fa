'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ShieldIcon } from '../../../components/icons.tsx';
import type { DraftFieldsFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { knownCode } from '../../buyers/index.ts';
import classes from './draft.module.css';
import { INTENTS, SPAM_TYPES, confidenceWord } from './verdict-codes.ts';

type Triage = DraftFieldsFragment['triage'];
const LEADS = ['qualified', 'nurture', 'low'] as const;
const URGENCIES = ['high', 'normal', 'low'] as const;

/** First-pass filtering of the message: category, confidence, urgency, language, and the buyer's own words behind it. */
export function Verdict({ triage }: { triage: Triage }) {
  const t = useTranslations('inbox.draft');
  const formats = useFormats();
  const [opened, setOpened] = useState(false);
  const isSpam = triage.spamProbability >= 0.5;
  const lead = knownCode(LEADS, triage.lead);
  const category = isSpam
    ? t('spam', { percent: Math.round(triage.spamProbability * 100) })
    : lead
      ? t(`leads.${lead}`)
      : triage.lead;
  const urgency = knownCode(URGENCIES, triage.urgency);
  return (
    <section className={classes.verdict} aria-label={t('verdict')}>
      <div className={classes.verdictTop}>
        <strong data-lead={isSpam ? 'spam' : triage.lead}>{category}</strong>
        <span className={classes.confidence}>
          {triage.unsure ? t('unsure') : t(`confidence.${confidenceWord(triage.confidence)}`)} ·{' '}
          {Math.round(triage.confidence * 100)}%
        </span>
        {triage.reasons.length > 0 && (
          <button
            type="button"
            className={classes.whyButton}
            aria-expanded={opened}
            aria-label={t('whyVerdict')}
            onClick={() => setOpened((was) => !was)}
          >
            {t('why')}
          </button>
        )}
      </div>
      <ul className={classes.facts}>
        {triage.intents.map((intent) => {
          const code = knownCode(INTENTS, intent);
          return <li key={intent}>{code ? t(`intents.${code}`) : intent}</li>;
        })}
        {urgency === 'high' && <li data-urgent>{t('urgencies.high')}</li>}
        <li>
          {triage.languageCertain
            ? formats.language(triage.language)
            : t('languageUncertain', { language: formats.language(triage.language) })}
        </li>
        {triage.quantities.length > 0 && (
          <li>{t('quantity', { value: triage.quantities.map(formats.number).join(', ') })}</li>
        )}
        {triage.targetPrice !== null && <li>{t('targetPrice', { value: triage.targetPrice })}</li>}
        {triage.deadline !== null && <li>{t('deadline', { value: triage.deadline })}</li>}
        {triage.country !== null && <li>{formats.country(triage.country)}</li>}
      </ul>
      {opened && <Reasons reasons={triage.reasons} />}
      {triage.injection && (
        <p className={classes.injection}>
          <ShieldIcon /> <span>{t('injection')}</span>
        </p>
      )}
    </section>
  );
}

function Reasons({ reasons }: { reasons: Triage['reasons'] }) {
  return (
    <ul className={classes.reasons}>
      {reasons.map(({ verdict, quote }, index) => (
        <li key={index}>
          <ReasonName verdict={verdict} />
          <q dir="auto">{quote}</q>
        </li>
      ))}
    </ul>
  );
}

/** What a quote of the buyer's shows. A verdict without words of ours stays the engine's code. */
function ReasonName({ verdict }: { verdict: string }) {
  const t = useTranslations('inbox.draft');
  const [kind, value = ''] = verdict.split(':');
  const intent = knownCode(INTENTS, value);
  const spam = knownCode(SPAM_TYPES, value);
  const lead = knownCode(LEADS, value);
  if (kind === 'intent' && intent) return <span>{t(`intents.${intent}`)}</span>;
  if (kind === 'spam') return <span>{spam ? t(`spamTypes.${spam}`) : t('spamReason')}</span>;
  if (kind === 'lead' && lead) return <span>{t(`leads.${lead}`)}</span>;
  if (verdict === 'injection') return <span>{t('reasons.injection')}</span>;
  if (verdict === 'target_price') return <span>{t('reasons.targetPrice')}</span>;
  if (verdict === 'urgency:high') return <span>{t('urgencies.high')}</span>;
  return <span>{verdict}</span>;
}
