'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { useClient } from 'urql';
import { FailureState } from '../../../../components/states.tsx';
import { EarlierBuyerEventsDocument, type TimelineEventFieldsFragment } from '../../../../generated/graphql.ts';
import { type Failure, toFailure } from '../../../../platform/graphql/failure.ts';
import { useFormats } from '../../../../platform/i18n/use-formats.ts';
import { useMay, useWorkspaceHref } from '../../../../platform/viewer/viewer-provider.tsx';
import classes from '../buyer-page.module.css';
import { knownCode } from '../../known-code.ts';
import { timelineValues, verbOf } from './timeline-verbs.ts';
import { useEventWords } from './use-event-words.ts';

type Event = TimelineEventFieldsFragment;
const PAGE = 30;

/** Everything that happened with a buyer, newest first, in words. */
export function Timeline({ buyerId, events }: { buyerId: string; events: readonly Event[] }) {
  const t = useTranslations('buyers');
  const client = useClient();
  const [earlier, setEarlier] = useState<readonly Event[]>([]);
  const [ended, setEnded] = useState(false);
  const [loading, setLoading] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const known = new Set(events.map(({ position }) => position));
  const all = [...events, ...earlier.filter(({ position }) => !known.has(position))];
  const last = all.at(-1)?.position;

  const loadEarlier = async () => {
    if (last === undefined) return;
    setLoading(true);
    const { data, error } = await client.query(EarlierBuyerEventsDocument, { id: buyerId, before: last }).toPromise();
    setLoading(false);
    setFailure(error ? toFailure(error) : null);
    const page = data?.buyer?.timeline ?? [];
    if (data && page.length === 0) setEnded(true);
    // All that is shown, too: newer events push the last of the first page out of it.
    setEarlier([...all, ...page]);
  };

  if (all.length === 0) return <p className={classes.nothing}>{t('noEvents')}</p>;
  return (
    <>
      <ol className={classes.timeline}>
        {all.map((event) => (
          <TimelineRow key={event.position} event={event} />
        ))}
      </ol>
      {failure && <FailureState failure={failure} onRetry={() => void loadEarlier()} compact />}
      {!ended && events.length >= PAGE && (
        <Button variant="default" loading={loading} onClick={() => void loadEarlier()}>
          {t('earlierEvents')}
        </Button>
      )}
    </>
  );
}

function TimelineRow({ event }: { event: Event }) {
  const t = useTranslations('buyers');
  const formats = useFormats();
  const href = useWorkspaceHref();
  const may = useMay();
  const words = useEventWords();
  const verb = verbOf(event.verb, event.data);
  const actor =
    event.actorName ??
    t(`actors.${knownCode(['member', 'api_key', 'assistant', 'channel', 'system'], event.actorKind) ?? 'system'}`);
  return (
    <li>
      <time dateTime={event.at}>{formats.dateTime(event.at)}</time>
      <div>
        <span>
          {verb
            ? t(`verbs.${verb}`, { ...timelineValues(event.verb, event.data, words) })
            : t('otherVerb', { verb: event.verb })}
        </span>
        <span className={classes.actor}>{actor}</span>
      </div>
      {event.conversationId !== null && may('inbox:read') && (
        <Link href={href('inbox', event.conversationId)} className={classes.rowLink}>
          {t('openConversation')}
        </Link>
      )}
    </li>
  );
}
