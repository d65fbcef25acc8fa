'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { TimeLeft } from '../../../components/time-left.tsx';
import type { BuyerRecordFieldsFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useMay, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import classes from './buyer-page.module.css';
import { nextStep } from './next-step.ts';

/** What comes next with this buyer; nothing when nothing is due or expected. */
export function NextLine({ buyer }: { buyer: BuyerRecordFieldsFragment }) {
  const t = useTranslations('buyers.next');
  const formats = useFormats();
  const href = useWorkspaceHref();
  const may = useMay();
  const step = nextStep(buyer);
  switch (step.kind) {
    case 'reply':
      return (
        <span className={classes.next}>
          {t('title')}{' '}
          {may('inbox:read') ? <Link href={href('inbox', step.conversationId)}>{t('reply')}</Link> : t('reply')}
          {step.dueAt !== null && <TimeLeft dueAt={step.dueAt} withDue />}
        </span>
      );
    case 'review':
      return (
        <span className={classes.next}>
          {t('title')} {t('review', { on: formats.date(step.on) })}
        </span>
      );
    case 'order':
      return (
        <span className={classes.next}>
          {t('title')} {t('order', { at: formats.day(step.at) })}
        </span>
      );
    case 'none':
      return null;
  }
}
