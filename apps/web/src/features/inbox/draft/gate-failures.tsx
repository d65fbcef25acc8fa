'use client';
import { useTranslations } from 'next-intl';
import type { DraftFieldsFragment } from '../../../generated/graphql.ts';
import { knownCode } from '../../buyers/index.ts';
import classes from './draft.module.css';
import { GATE_RULES, TELLING_RULES } from './verdict-codes.ts';

/** Every rule that kept this draft from leaving on its own, not only the first. */
export function GateFailures({ draft }: { draft: DraftFieldsFragment }) {
  const t = useTranslations('inbox.draft');
  if (draft.gateFailures.length === 0) return null;
  return (
    <details className={classes.gate}>
      <summary>{t('notAutoSent', { count: draft.gateFailures.length })}</summary>
      <ul className={classes.list}>
        {draft.gateFailures.map(({ rule, detail }) => {
          const code = knownCode(GATE_RULES, rule);
          return (
            <li key={rule}>
              {code ? t(`rules.${code}`) : t('rules.other', { rule })}
              {detail !== '' && (!code || TELLING_RULES.includes(code)) && (
                <span className={classes.detail}>{detail}</span>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
