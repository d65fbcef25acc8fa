'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { lazyPart } from '../../../components/lazy-part.tsx';
import {
  type BuyerRowFieldsFragment,
  DismissDuplicateDocument,
  type DuplicateReason,
} from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { GradeButton } from '../grade/grade-button.tsx';
import { useSimpleAct } from '../use-simple-act.ts';
import { DuplicateReasons } from './duplicate-reasons.tsx';
import classes from './merge.module.css';

const MergeDialog = lazyPart(() => import('./merge-dialog.tsx').then((module) => module.MergeDialog));

interface DuplicatePairProps {
  /** Shown, one or both of the pair. */
  shown: readonly BuyerRowFieldsFragment[];
  first: BuyerRowFieldsFragment;
  second: BuyerRowFieldsFragment;
  reasons: readonly DuplicateReason[];
  mayMerge: boolean;
  onChanged: () => void;
}

/** Two records that may be one buyer: compare and merge, or say that they are two. */
export function DuplicatePair({ shown, first, second, reasons, mayMerge, onChanged }: DuplicatePairProps) {
  const t = useTranslations('buyers.merge');
  const [open, setOpen] = useState<'compare' | 'dismiss' | null>(null);
  const [dismiss, dismissing] = useSimpleAct(DismissDuplicateDocument, (data) => data.dismissDuplicate);
  const apart = async () => {
    const done = await dismiss({ firstId: first.id, secondId: second.id });
    setOpen(null);
    if (done) onChanged();
  };
  return (
    <li className={classes.pair}>
      {shown.map((row) => (
        <BuyerLine key={row.id} row={row} />
      ))}
      <span className={classes.dim}>
        <DuplicateReasons reasons={reasons} />
      </span>
      {mayMerge && (
        <span className={classes.pairActs}>
          <Button variant="default" onClick={() => setOpen('compare')}>
            {t('compare')}
          </Button>
          <Button variant="subtle" onClick={() => setOpen('dismiss')}>
            {t('dismiss')}
          </Button>
        </span>
      )}
      {open === 'compare' && (
        <MergeDialog firstId={first.id} secondId={second.id} onClose={() => setOpen(null)} onMerged={onChanged} />
      )}
      <ConfirmDialog
        opened={open === 'dismiss'}
        title={t('dismissTitle')}
        act={t('dismiss')}
        running={dismissing}
        onConfirm={() => void apart()}
        onClose={() => setOpen(null)}
      >
        {t('dismissText', { first: first.name, second: second.name })}
      </ConfirmDialog>
    </li>
  );
}

function BuyerLine({ row }: { row: BuyerRowFieldsFragment }) {
  const t = useTranslations('buyers');
  const formats = useFormats();
  return (
    <span className={classes.buyerLine}>
      <GradeButton buyerId={row.id} grade={row.grade} size="sm" />
      <strong dir="auto">{row.name}</strong>
      <span className={classes.dim} dir="auto">
        {[
          row.company !== row.name ? row.company : null,
          row.country && formats.country(row.country),
          t('merge.orders', { count: row.orderCount }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  );
}
