'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DraftFieldsFragment } from '../../../generated/graphql.ts';
import { type Citation, CitationChip, CitedText } from './cited-text.tsx';
import { parseClaim } from './claims.ts';
import classes from './draft.module.css';
import { claimsOutside } from './parse-draft.ts';

interface DraftBodyProps {
  draft: DraftFieldsFragment;
  /** null: the draft is shown, nothing can be inserted from it. */
  onInsert: ((text: string) => void) | null;
  onCitation: (citation: Citation) => void;
}

/** What the assistant wrote and what it wrote it from. */
export function DraftBody({ draft, onInsert, onCitation }: DraftBodyProps) {
  const t = useTranslations('inbox.draft');
  const [korean, setKorean] = useState(false);
  const text = draft.text ?? '';
  const outside = claimsOutside(text, draft.unsupported.map(parseClaim));
  const stale = draft.citations.filter(({ current }) => !current);
  return (
    <>
      {draft.textKo !== null && (
        <div className={classes.languages} role="group" aria-label={t('language')}>
          <button type="button" aria-pressed={!korean} onClick={() => setKorean(false)}>
            {t('original')}
          </button>
          <button type="button" aria-pressed={korean} onClick={() => setKorean(true)}>
            {t('korean')}
          </button>
        </div>
      )}
      <div className={classes.paper}>
        {korean && draft.textKo !== null ? (
          <div lang="ko">
            <CitedText draft={draft} text={draft.textKo} onCitation={onCitation} />
          </div>
        ) : (
          <div lang={draft.language ?? undefined}>
            <CitedText draft={draft} text={text} onCitation={onCitation} />
          </div>
        )}
      </div>
      {!draft.translated && <p className={classes.notice}>{t('untranslated')}</p>}
      {stale.length > 0 && (
        <p className={classes.notice} data-bad>
          {t('staleSources', { count: stale.length })}
        </p>
      )}
      {draft.citations.length > 0 && (
        <section className={classes.block}>
          <h3>{t('sources')}</h3>
          <ul className={classes.sources}>
            {draft.citations.map((source) => (
              <li key={source.n}>
                <CitationChip citation={source} onOpen={() => onCitation(source)} />
                <span>
                  {source.title} <span className={classes.code}>{source.entryCode}</span>
                  {!source.current && <span className={classes.staleWord}>{t('notCurrent')}</span>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {outside.length > 0 && (
        <section className={classes.block}>
          <h3>{t('noSource')}</h3>
          <ul className={classes.list}>
            {outside.map(({ kind, value }) => (
              <li key={`${kind} ${value}`}>{t(`claims.${kind}`, { value })}</li>
            ))}
          </ul>
        </section>
      )}
      <Items title={t('missing')} items={draft.missing} />
      {draft.options.length > 0 && (
        <section className={classes.block}>
          <h3>{t('options')}</h3>
          <ol className={classes.options}>
            {draft.options.map(({ label, text: option }) => (
              <li key={label}>
                <span className={classes.optionLabel}>{label}</span>
                <span dir="auto">{option}</span>
                {onInsert && (
                  <Button variant="subtle" aria-label={t('insertOption', { label })} onClick={() => onInsert(option)}>
                    {t('insertShort')}
                  </Button>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      <Items title={t('questions')} items={draft.questions} />
      <Items title={t('nextSteps')} items={draft.nextSteps} />
    </>
  );
}

function Items({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <section className={classes.block}>
      <h3>{title}</h3>
      <ul className={classes.list}>
        {items.map((item) => (
          <li key={item} dir="auto">
            {item}
          </li>
        ))}
      </ul>
    </section>
  );
}
