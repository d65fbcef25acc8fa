'use client';
import { useTranslations } from 'next-intl';
import { Panel } from '../../../components/page-frame.tsx';
import type { BuyerRecordFieldsFragment } from '../../../generated/graphql.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { DuplicatePair } from './duplicate-pair.tsx';
import classes from './merge.module.css';

/** Others who may be this very buyer. */
export function DuplicatesPanel({ buyer, onChanged }: { buyer: BuyerRecordFieldsFragment; onChanged: () => void }) {
  const t = useTranslations('buyers.merge');
  const may = useMay();
  return (
    <Panel title={t('possible')}>
      <ul className={classes.pairs}>
        {buyer.duplicates.map((pair) => {
          const other = pair.first.id === buyer.id ? pair.second : pair.first;
          return (
            <DuplicatePair
              key={other.id}
              {...pair}
              shown={[other]}
              mayMerge={may('buyer:merge')}
              onChanged={onChanged}
            />
          );
        })}
      </ul>
    </Panel>
  );
}
