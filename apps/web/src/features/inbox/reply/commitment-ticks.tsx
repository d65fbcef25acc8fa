'use client';
import { useTranslations } from 'next-intl';
import classes from './composer.module.css';
import type { Composer } from './use-composer.ts';

/** What the inserted draft promises without a source: a person answers for each kind with one tick. */
export function CommitmentTicks({ composer }: { composer: Composer }) {
  const t = useTranslations('inbox');
  const { commitments, ticked, tick, problem } = composer;
  if (commitments.length === 0) return null;
  return (
    <fieldset className={classes.ticks} data-missing={problem === 'ticks' || undefined}>
      <legend>{t('commitments.title')}</legend>
      {commitments.map(({ kind, words }) => (
        <label key={kind} className={classes.tick}>
          <input
            type="checkbox"
            checked={ticked.has(kind)}
            onChange={(event) => tick(kind, event.currentTarget.checked)}
          />
          <span>{t(`commitments.${kind}`, { words: words.join(', ') })}</span>
        </label>
      ))}
    </fieldset>
  );
}
