'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { OpenImport } from '../import-words.ts';
import classes from './columns.module.css';
import { ColumnsStep } from './columns-step.tsx';
import { encodingOf } from './encodings.ts';

/** The matching that needed nobody, folded: what was recognised, and the way to change it. */
export function ColumnsSummary({ opened, onChanged }: { opened: OpenImport; onChanged: () => void }) {
  const t = useTranslations('imports.columns');
  const [shown, setShown] = useState(false);
  const matched = opened.mapping.filter(({ field }) => field !== null).length;
  const facts = [
    t('summary', { matched, ignored: opened.columns.length - matched }),
    opened.format === 'CSV' ? t(`encodings.${encodingOf(opened.encoding)}`) : opened.sheet,
    t('summaryZone', { zone: opened.options.timeZone }),
    opened.channel && t('summaryChannel', { name: opened.channel.name }),
    t(`knownShort.${opened.options.known}`),
  ].filter(Boolean);
  return (
    <details className={classes.summary} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>
        <strong>{t('title')}</strong>
        <span className={classes.summaryFacts}>{facts.join(' · ')}</span>
        <span className={classes.change}>{t(shown ? 'fold' : 'change')}</span>
      </summary>
      {shown && (
        <div className={classes.summaryBody}>
          <ColumnsStep key={opened.revision} opened={opened} onChanged={onChanged} again />
        </div>
      )}
    </details>
  );
}
