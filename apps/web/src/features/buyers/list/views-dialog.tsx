'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../../components/dialog.tsx';
import {
  type BuyersViewFragment,
  DeleteBuyersViewDocument,
  SaveBuyersViewDocument,
} from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useRefusals } from '../use-refusals.ts';
import classes from './buyers.module.css';

interface ViewsDialogProps {
  views: readonly BuyersViewFragment[];
  onClose: () => void;
  onChanged: () => void;
}

/** All kept views; one's own can be deleted, and the deletion undone. */
export function ViewsDialog({ views, onClose, onChanged }: ViewsDialogProps) {
  const t = useTranslations('buyers.views');
  const refusals = useRefusals();
  const { show } = useToasts();
  const [remove, removing] = useAct(DeleteBuyersViewDocument);
  const [save] = useAct(SaveBuyersViewDocument);

  const restore = async ({ id, name, query, shared }: BuyersViewFragment) => {
    const { data, failure } = await save({ input: { id, screen: 'BUYERS', name, query, shared } });
    if (failure) show({ message: refusals.ofFailure(failure), tone: 'bad' });
    else if (data.saveView.__typename !== 'SavedView')
      show({ message: refusals.ofRefusal(data.saveView), tone: 'bad' });
    onChanged();
  };
  const deleteOne = async (view: BuyersViewFragment) => {
    const { failure } = await remove({ id: view.id });
    if (failure) return show({ message: refusals.ofFailure(failure), tone: 'bad' });
    onChanged();
    onClose(); // a toast over an open dialog could not be pressed
    return show({ message: t('deleted', { name: view.name }), undo: () => void restore(view) });
  };
  return (
    <Dialog opened onClose={onClose} title={t('manage')}>
      <ul className={classes.views}>
        {views.map((view) => (
          <li key={view.id}>
            <span>
              <strong dir="auto">{view.name}</strong>
              <span className={classes.company}>
                {view.mine ? t(view.shared ? 'mineShared' : 'mineAlone') : t('of', { name: view.ownerName })}
              </span>
            </span>
            {view.mine && (
              <Button
                variant="subtle"
                color="red"
                c="var(--dg-danger)"
                loading={removing}
                aria-label={t('deleteOne', { name: view.name })}
                onClick={() => void deleteOne(view)}
              >
                {t('delete')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {views.length === 0 && <p>{t('none')}</p>}
    </Dialog>
  );
}
