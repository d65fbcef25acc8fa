'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ImportRowOfListFieldsFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useSourceName } from '../import-words.ts';
import { ImportStateBadge } from '../import-state.tsx';
import { isMoving, shareDone } from '../moving.ts';
import { UndoButton } from '../run/undo-button.tsx';
import classes from './list.module.css';

/** One import of the list: which file, who, where it stands, what came of it. */
export function PastImport({
  past,
  href,
  onChanged,
}: {
  past: ImportRowOfListFieldsFragment;
  href: string;
  onChanged: () => void;
}) {
  const t = useTranslations('imports');
  const formats = useFormats();
  const sourceName = useSourceName();
  const facts = [
    t(`kinds.${past.kind}`),
    sourceName({ key: past.source, name: past.source }),
    formats.dateTime(past.createdAt),
    past.startedBy?.name,
  ].filter(Boolean);
  return (
    <li className={classes.item}>
      <div className={classes.itemText}>
        <span className={classes.itemTitle}>
          <Link href={href} className={classes.link} dir="auto">
            {past.fileName}
          </Link>
          <ImportStateBadge status={past.status} />
        </span>
        <span className={classes.dim}>{facts.join(' · ')}</span>
        <Outcome past={past} />
      </div>
      <UndoButton opened={past} onChanged={onChanged} inList />
    </li>
  );
}

/** What there is to say of the rows: how far it is, what waits, or what became of them. */
function Outcome({ past }: { past: ImportRowOfListFieldsFragment }) {
  const t = useTranslations('imports.list');
  const counts = useTranslations('imports.counts');
  const formats = useFormats();
  if (isMoving(past.status)) {
    const share = shareDone(past);
    return share === null ? null : (
      <progress className={classes.bar} max={100} value={Math.floor(share * 100)} aria-label={past.fileName} />
    );
  }
  if (past.status === 'CHECKED') return <span>{t('waitsForRun', { good: past.goodRows, bad: past.badRows })}</span>;
  if (past.status === 'MAPPING') return <span>{t('waitsForColumns')}</span>;
  if (past.runAt === null || past.status === 'UNDONE') return null;
  const parts = (
    [
      ['created', past.createdRows],
      ['updated', past.updatedRows],
      ['unchanged', past.unchangedRows],
      ['failed', past.failedRows],
      ['leftOut', past.leftOutRows],
    ] as const
  ).filter(([, count]) => count > 0);
  return (
    <span className={classes.outcome}>
      {parts.map(([name, count]) => `${counts(name)} ${formats.number(count)}`).join(' · ')}
    </span>
  );
}
