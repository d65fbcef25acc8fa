'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { SampleBuyerDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { BuyerSearch, type FoundBuyer, GradeButton } from '../../buyers/index.ts';
import classes from './request.module.css';

export type PickedBuyer = FoundBuyer;

interface Props {
  initialId: string | null;
  picked: PickedBuyer | null;
  onPick: (buyer: PickedBuyer | null) => void;
  error: string | null;
}

/** Who gets the sample: found by typing, or given with the address; then shown with the grade that decides the share. */
export function BuyerPicker({ initialId, picked, onPick, error }: Props) {
  const t = useTranslations('samples.request');
  const formats = useFormats();
  const given = useScreenQuery(SampleBuyerDocument, { id: initialId ?? '' }, { pause: initialId === null });
  const found = given.data?.buyer ?? null;
  const [replaced, setReplaced] = useState(false);
  useEffect(() => {
    if (found && picked === null && !replaced) onPick(found);
  }, [found, picked, replaced, onPick]);
  const [byHand, setByHand] = useState(false);
  const pick = (buyer: PickedBuyer) => {
    setByHand(true);
    onPick(buyer);
  };
  if (picked === null) return <BuyerSearch onPick={pick} error={error} />;
  return (
    <div className={classes.picked} role="group" aria-label={t('buyer')}>
      <GradeButton buyerId={picked.id} grade={picked.grade} />
      <span className={classes.pickedName} dir="auto">
        {picked.name}
      </span>
      {picked.country !== null && <span className={classes.dim}>{formats.country(picked.country)}</span>}
      <Button
        variant="subtle"
        // The field that was typed in is gone.
        autoFocus={byHand}
        onClick={() => {
          setReplaced(true);
          onPick(null);
        }}
      >
        {t('otherBuyer')}
      </Button>
    </div>
  );
}
