'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { lazyPart } from '../../../components/lazy-part.tsx';
import type { BuyerRecordFieldsFragment } from '../../../generated/graphql.ts';
import { useShortcuts } from '../../../platform/keyboard/shortcuts-provider.tsx';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useMay, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { neighbours } from '../list/list-trail.ts';
import { BuyerHeader } from './buyer-header.tsx';
import classes from './buyer-page.module.css';
import { BuyerRail } from './rail/buyer-rail.tsx';
import { RecordTabs } from './record-tabs.tsx';

const ChangeGradeDialog = lazyPart(() =>
  import('../grade/change-grade-dialog.tsx').then((module) => module.ChangeGradeDialog),
);

const MergeBanner = lazyPart(() => import('../merge/merge-banner.tsx').then((module) => module.MergeBanner));

interface BuyerRecordProps {
  buyer: BuyerRecordFieldsFragment;
  reload: () => void;
  /** Buyers of the list it was opened from, in its order. */
  trail: readonly string[];
}

/** One buyer: head, history in tabs, and the rail of what is known. */
export function BuyerRecord({ buyer, reload, trail }: BuyerRecordProps) {
  const t = useTranslations('buyers');
  const may = useMay();
  const why = useRef<HTMLDivElement>(null);
  const [changing, setChanging] = useState(false);
  const showWhy = () => {
    why.current?.scrollIntoView({ block: 'nearest' });
    why.current?.focus();
  };
  useRecordKeys(buyer, trail, showWhy);
  const mayGrade = may('buyer:grade') && buyer.erasedAt === null;
  return (
    <>
      {buyer.merges.length > 0 && <MergeBanner buyer={buyer} onUndone={reload} />}
      {buyer.erasedAt !== null && <p className={classes.banner}>{t('erase.done')}</p>}
      <BuyerHeader buyer={buyer} reload={reload} onWhy={showWhy} onChange={mayGrade ? () => setChanging(true) : null} />
      <div className={classes.columns}>
        <RecordTabs buyer={buyer} />
        <BuyerRail buyer={buyer} reload={reload} whyRef={why} />
      </div>
      {changing && <ChangeGradeDialog buyer={buyer} onClose={() => setChanging(false)} onChanged={reload} />}
    </>
  );
}

/** r message, p sample, w why, [ and ] to the neighbours in the list. */
function useRecordKeys(buyer: BuyerRecordFieldsFragment, trail: readonly string[], showWhy: () => void) {
  const t = useTranslations('buyers');
  const router = useRouter();
  const href = useWorkspaceHref();
  const may = useMay();
  const { show } = useToasts();
  const { previous, next } = neighbours(trail, buyer.id);
  const conversation = buyer.recent.find(({ status }) => status === 'WAITING') ?? buyer.recent[0];
  const group = t('title');
  const message = () => {
    if (conversation) router.push(href('inbox', conversation.id));
    else show({ message: t('keys.noConversation') });
  };
  const step = (id: string | null, end: string) => () => {
    if (id === null) show({ message: end });
    else router.push(href('buyers', id) + window.location.search);
  };
  useShortcuts([
    { keys: 'w', label: t('whyGrade'), group, run: showWhy, palette: 'record' },
    ...(may('inbox:read')
      ? [{ keys: 'r', label: t('keys.message'), group, run: message, palette: 'record' as const }]
      : []),
    ...(may('sample:request') && buyer.erasedAt === null
      ? [
          {
            keys: 'p',
            label: t('samples.request'),
            group,
            run: () => router.push(`${href('samples')}?new=${buyer.id}`),
            palette: 'record' as const,
          },
        ]
      : []),
    ...(trail.includes(buyer.id)
      ? [
          { keys: '[', label: t('keys.previousBuyer'), group, run: step(previous, t('keys.first')) },
          { keys: ']', label: t('keys.nextBuyer'), group, run: step(next, t('keys.last')) },
        ]
      : []),
  ]);
}
