'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { AuditPageQuery } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import classes from '../settings.module.css';
import { knownVerb } from './audit-verbs.ts';
import { useMovedText } from './use-moved-text.ts';

type Entry = AuditPageQuery['auditLog']['edges'][number]['node'];

const ACTORS = ['member', 'api_key', 'assistant', 'channel', 'system'] as const;

/** One event: what happened, to which buyer, by whom, when. */
export function AuditItem({ entry }: { entry: Entry }) {
  const t = useTranslations('settings.audit');
  const actors = useTranslations('buyers.actors');
  const formats = useFormats();
  const href = useWorkspaceHref();
  const verb = knownVerb(entry.verb);
  const moved = useMovedText()(entry.verb, entry.data);
  const actor = ACTORS.find((each) => each === entry.actorKind);
  return (
    <li className={classes.item}>
      <span className={classes.itemText}>
        <span>
          <span className={classes.strong}>
            {verb === null ? t('otherVerb', { verb: entry.verb }) : t(`verbs.${verb}`)}
          </span>
          {moved !== null && <> · {moved}</>}
          {entry.buyerId !== null && (
            <>
              {' · '}
              <Link href={href('buyers', entry.buyerId)}>{entry.buyerName ?? t('unnamedBuyer')}</Link>
            </>
          )}
        </span>
        <span className={classes.dim}>
          {entry.actorName ?? (actor === undefined ? entry.actorKind : actors(actor))}
        </span>
      </span>
      <time className={classes.quiet} dateTime={entry.at}>
        {formats.dateTime(entry.at)}
      </time>
    </li>
  );
}
