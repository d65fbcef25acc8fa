'use client';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../../components/dialog.tsx';
import type { DuplicateProposalsQuery } from '../../../generated/graphql.ts';
import { DuplicatePair } from './duplicate-pair.tsx';
import classes from './merge.module.css';

interface DuplicatesDialogProps {
  pairs: DuplicateProposalsQuery['duplicateProposals'];
  onClose: () => void;
  onChanged: () => void;
}

/** Every pair of the workspace that may be one buyer. */
export function DuplicatesDialog({ pairs, onClose, onChanged }: DuplicatesDialogProps) {
  const t = useTranslations('buyers.merge');
  return (
    <Dialog opened onClose={onClose} title={t('possible')}>
      {pairs.length === 0 && <p>{t('noMore')}</p>}
      <ul className={classes.pairs}>
        {pairs.map((pair) => (
          <DuplicatePair
            key={`${pair.first.id} ${pair.second.id}`}
            {...pair}
            shown={[pair.first, pair.second]}
            mayMerge
            onChanged={onChanged}
          />
        ))}
      </ul>
    </Dialog>
  );
}
