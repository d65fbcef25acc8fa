'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Panel } from '../../components/page-frame.tsx';
import type { AnnouncementFactsFragment, RecipientRowFragment } from '../../generated/graphql.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useMay, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { GradeBadge } from '../../components/badges.tsx';
import classes from './announcements.module.css';
import { outcomeOf } from './outcome-of.ts';
import { useTakeBack } from './use-take-back.ts';

/** What came of an announcement: replies within 30 days, orders within 90. */
export function AnnouncementResults({
  announcement,
  onChanged,
}: {
  announcement: AnnouncementFactsFragment & { readonly recipients: readonly RecipientRowFragment[] };
  onChanged: () => void;
}) {
  const t = useTranslations('announcements');
  const formats = useFormats();
  const may = useMay();
  const { id, sentAt, sentBy, products, canTakeBack, orderedTotals, recipients } = announcement;
  const reached = recipients.filter(({ state }) => state === 'SENT');
  const leftOut = recipients.filter(({ state }) => state !== 'SENT');
  const [takeBack, running] = useTakeBack(id, onChanged);
  return (
    <>
      <Panel title={t('came')} lead={products.map(({ name }) => name).join(', ')}>
        <p className={classes.outcome}>{t('outcome', outcomeOf(announcement))}</p>
        {orderedTotals !== null && orderedTotals.length > 0 && (
          <p className={classes.outcome}>
            {t('orderedFor', { amounts: orderedTotals.map((total) => formats.money(total)).join(' + ') })}
          </p>
        )}
        <p className={classes.quiet}>
          {sentAt !== null && t('sentByOn', { day: formats.day(sentAt), who: sentBy?.name ?? t('somebody') })}{' '}
          {t('counting')}
        </p>
        {canTakeBack && may('announcement:send') && (
          <Button variant="default" loading={running} onClick={() => void takeBack()}>
            {t('takeBack')}
          </Button>
        )}
      </Panel>
      <Panel title={t('to')} flush>
        <ResultLines recipients={reached} />
        {leftOut.length > 0 && (
          <details className={classes.barred} data-flush>
            <summary>{t('barred', { count: leftOut.length })}</summary>
            <ResultLines recipients={leftOut} />
          </details>
        )}
      </Panel>
    </>
  );
}

function ResultLines({ recipients }: { recipients: readonly RecipientRowFragment[] }) {
  return (
    <ul className={classes.list}>
      {recipients.map((recipient) => (
        <li key={recipient.id}>
          <ResultLine recipient={recipient} />
        </li>
      ))}
    </ul>
  );
}

function ResultLine({ recipient }: { recipient: RecipientRowFragment }) {
  const t = useTranslations('announcements');
  const formats = useFormats();
  const href = useWorkspaceHref();
  const { buyer, state, skipReason, conversationId, deliveryStatus, repliedAt, ordersAfter } = recipient;
  return (
    <div className={classes.line}>
      <span className={classes.lineName}>
        <Link
          className={classes.buyer}
          href={state === 'SENT' && conversationId !== null ? href('inbox', conversationId) : href('buyers', buyer.id)}
        >
          {buyer.name}
        </Link>
        <GradeBadge grade={buyer.grade} size="sm" />
      </span>
      <span className={classes.quiet}>
        {state === 'SENT'
          ? t(`delivery.${deliveryOf(deliveryStatus)}`)
          : skipReason !== null
            ? t(`skip.${skipReason}`)
            : t('delivery.cancelled')}
      </span>
      <span>
        {repliedAt !== null && t('repliedOn', { day: formats.day(repliedAt) })}
        {repliedAt !== null && ordersAfter > 0 && ' · '}
        {ordersAfter > 0 && t('orders', { count: ordersAfter })}
      </span>
    </div>
  );
}

function deliveryOf(status: string | null) {
  return status === 'delivered' || status === 'failed' || status === 'cancelled' ? status : 'underWay';
}
