'use client';
import { useTranslations } from 'next-intl';
import { StatusBadge } from '../../components/badges.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState, FailureState, Loading } from '../../components/states.tsx';
import { CitedEntryDocument, type CitedEntryQuery, type DraftFieldsFragment } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useMay } from '../../platform/viewer/viewer-provider.tsx';
import { markQuote } from './mark-quote.ts';
import classes from './cited-entry.module.css';

type Citation = DraftFieldsFragment['citations'][number];
type Entry = NonNullable<CitedEntryQuery['knowledgeEntry']>;

/** What a citation rests on: the entry as it stands now, with the quoted part marked. */
export function CitedEntryDialog({ citation, onClose }: { citation: Citation; onClose: () => void }) {
  const t = useTranslations('knowledge');
  return (
    <Dialog opened onClose={onClose} title={t('source', { n: citation.n })} size="lg">
      <CitedEntry citation={citation} />
    </Dialog>
  );
}

function CitedEntry({ citation }: { citation: Citation }) {
  const t = useTranslations('knowledge');
  const may = useMay();
  const mayRead = may('knowledge:read');
  const { data, failure, loading, reload } = useScreenQuery(
    CitedEntryDocument,
    { id: citation.entryId },
    { pause: !mayRead },
  );
  const entry = data?.knowledgeEntry ?? null;
  return (
    <div className={classes.entry}>
      {!citation.current && <p className={classes.stale}>{t('changedSince')}</p>}
      {failure && <FailureState failure={failure} onRetry={reload} />}
      {loading && <Loading onRetry={reload} rows={3} />}
      {entry && <EntryText entry={entry} quote={citation.quote} />}
      {data && !entry && <EmptyState title={t('gone')}>{t('goneText')}</EmptyState>}
      {!entry && (
        <figure className={classes.quoted}>
          <figcaption>{t('quotedThen', { code: citation.entryCode })}</figcaption>
          <blockquote dir="auto">{citation.quote}</blockquote>
        </figure>
      )}
    </div>
  );
}

function EntryText({ entry, quote }: { entry: Entry; quote: string }) {
  const t = useTranslations('knowledge');
  const formats = useFormats();
  const today = new Date().toISOString().slice(0, 10);
  const expired = entry.validUntil !== null && entry.validUntil < today;
  return (
    <>
      <h3 className={classes.title}>{entry.title}</h3>
      {entry.titleKo !== null && (
        <p className={classes.titleKo} lang="ko">
          {entry.titleKo}
        </p>
      )}
      <div className={classes.facts}>
        <StatusBadge tone={entry.visibility.toLowerCase() === 'public' ? 'good' : 'bad'}>
          {t(entry.visibility.toLowerCase() === 'public' ? 'public' : 'internal')}
        </StatusBadge>
        <StatusBadge tone={expired ? 'bad' : 'neutral'}>
          {entry.validUntil === null
            ? t('noEnd')
            : t(expired ? 'expired' : 'validUntil', { date: formats.date(entry.validUntil) })}
        </StatusBadge>
        <span className={classes.meta}>
          {t('meta', { code: entry.code, version: entry.version, language: formats.language(entry.language) })}
        </span>
      </div>
      <p className={classes.answer} dir="auto" lang={entry.language}>
        {markQuote(entry.answer, quote).map((part, index) =>
          part.quoted ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
        )}
      </p>
    </>
  );
}
