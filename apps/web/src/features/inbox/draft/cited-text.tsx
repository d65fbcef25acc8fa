'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { DraftFieldsFragment } from '../../../generated/graphql.ts';
import { parseClaim } from './claims.ts';
import classes from './draft.module.css';
import { parseDraft } from './parse-draft.ts';

export type Citation = DraftFieldsFragment['citations'][number];

interface CitedTextProps {
  draft: DraftFieldsFragment;
  text: string;
  onCitation: (citation: Citation) => void;
}

/** A draft as written: facts carry a chip that opens their source, claims without one are marked. */
export function CitedText({ draft, text, onCitation }: CitedTextProps) {
  const t = useTranslations('inbox.draft');
  const byNumber = useMemo(() => new Map(draft.citations.map((citation) => [citation.n, citation])), [draft.citations]);
  const parts = useMemo(
    () => parseDraft(text, new Set(byNumber.keys()), draft.unsupported.map(parseClaim)),
    [text, byNumber, draft.unsupported],
  );
  return (
    <div className={classes.text} dir="auto">
      {parts.map((part, index) => {
        if (part.kind === 'text') return <span key={index}>{part.text}</span>;
        if (part.kind === 'unsupported')
          return (
            <mark key={index} className={classes.unsupported}>
              {part.text}
              <span className={classes.noSource}>{t('noSource')}</span>
            </mark>
          );
        const citation = byNumber.get(part.n);
        return citation ? <CitationChip key={index} citation={citation} onOpen={() => onCitation(citation)} /> : null;
      })}
    </div>
  );
}

/** [1]: the number is enough beside the text, the name is for the ear. */
export function CitationChip({ citation, onOpen }: { citation: Citation; onOpen: () => void }) {
  const t = useTranslations('inbox.draft');
  const label = t(citation.current ? 'openSource' : 'openStaleSource', { n: citation.n, title: citation.title });
  return (
    <button
      type="button"
      className={classes.chip}
      data-stale={!citation.current || undefined}
      aria-label={label}
      title={label}
      onClick={onOpen}
    >
      {citation.n}
      {!citation.current && <span aria-hidden> !</span>}
    </button>
  );
}
