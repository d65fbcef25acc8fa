'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { BuyerRecordFieldsFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useNow } from '../../../platform/time/use-now.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import classes from './merge.module.css';
import { useUndoMerge } from './use-undo-merge.ts';

/** On the kept record, while a merge can still be undone: who was merged into it, by whom, and the way back. */
export function MergeBanner({ buyer, onUndone }: { buyer: BuyerRecordFieldsFragment; onUndone: () => void }) {
  const t = useTranslations('buyers.merge');
  const formats = useFormats();
  const may = useMay();
  const now = useNow();
  const undoMerge = useUndoMerge();
  const [running, setRunning] = useState<string | null>(null);
  const undo = async (id: string) => {
    setRunning(id);
    if (await undoMerge(id)) onUndone();
    setRunning(null);
  };
  const merges = buyer.merges.filter(
    ({ keptId, undoUntil }) => keptId === buyer.id && Date.parse(undoUntil) > now.getTime(),
  );
  return (
    <>
      {merges.map(({ id, mergedName, mergedAt, mergedBy, undoUntil }) => (
        <div key={id} className={classes.banner}>
          <span>
            {t('bannerText', {
              merged: mergedName,
              at: formats.dateTime(mergedAt),
              name: mergedBy?.name ?? t('somebody'),
            })}
          </span>
          {may('buyer:merge') && (
            <Button variant="default" loading={running === id} onClick={() => void undo(id)}>
              {t('undoUntil', { until: formats.dateTime(undoUntil) })}
            </Button>
          )}
        </div>
      ))}
    </>
  );
}
