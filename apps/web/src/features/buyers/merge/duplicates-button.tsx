'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { lazyPart } from '../../../components/lazy-part.tsx';
import { DuplicateProposalsDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';

const DuplicatesDialog = lazyPart(() => import('./duplicates-dialog.tsx').then((module) => module.DuplicatesDialog));

/** On the list: how many pairs may be one buyer. Nothing when there are none. */
export function DuplicatesButton() {
  const t = useTranslations('buyers.merge');
  const [opened, setOpened] = useState(false);
  const { data, reload } = useScreenQuery(DuplicateProposalsDocument, {});
  const pairs = data?.duplicateProposals ?? [];
  if (pairs.length === 0 && !opened) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('possibleCount', { count: pairs.length })}
      </Button>
      {opened && <DuplicatesDialog pairs={pairs} onClose={() => setOpened(false)} onChanged={reload} />}
    </>
  );
}
