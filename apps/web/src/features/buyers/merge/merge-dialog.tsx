'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import forms from '../../../components/form.module.css';
import { FailureState, Loading } from '../../../components/states.tsx';
import { MergeBuyersDocument, type MergeSideFragment, MergeSidesDocument } from '../../../generated/graphql.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { useRefusals } from '../use-refusals.ts';
import { type MergeField, differingFields, proposedFields } from './merge-fields.ts';
import { MergeTable } from './merge-table.tsx';
import classes from './merge.module.css';
import { useUndoMerge } from './use-undo-merge.ts';

interface MergeDialogProps {
  firstId: string;
  secondId: string;
  onClose: () => void;
  onMerged: () => void;
}

/** Two records side by side: which is kept, and which of the two says what. */
export function MergeDialog({ firstId, secondId, onClose, onMerged }: MergeDialogProps) {
  const t = useTranslations('buyers.merge');
  const { data, failure, loading, reload } = useScreenQuery(MergeSidesDocument, { first: firstId, second: secondId });
  return (
    <Dialog opened onClose={onClose} title={t('title')} size="lg">
      {loading && <Loading onRetry={reload} />}
      {failure && <FailureState failure={failure} onRetry={reload} compact />}
      {data &&
        (data.first && data.second ? (
          <MergeForm first={data.first} second={data.second} onClose={onClose} onMerged={onMerged} />
        ) : (
          <p>{t('gone')}</p>
        ))}
    </Dialog>
  );
}

interface MergeFormProps extends Pick<MergeDialogProps, 'onClose' | 'onMerged'> {
  first: MergeSideFragment;
  second: MergeSideFragment;
}

function MergeForm({ first, second, onClose, onMerged }: MergeFormProps) {
  const t = useTranslations('buyers.merge');
  const common = useTranslations('common');
  const refusals = useRefusals();
  const router = useRouter();
  const href = useWorkspaceHref();
  const { show } = useToasts();
  const undoMerge = useUndoMerge();
  const [merge, running] = useAct(MergeBuyersDocument);
  const [id] = useState(newId);
  const [keepSecond, setKeepSecond] = useState(second.orderSummary.count > first.orderSummary.count);
  const [kept, merged] = keepSecond ? [second, first] : [first, second];
  const [chosen, setChosen] = useState<readonly MergeField[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const fromMerged = chosen ?? proposedFields(kept, merged);
  const fields = differingFields(kept, merged);

  const choose = (field: MergeField, side: MergeSideFragment) =>
    setChosen(side === merged ? [...fromMerged, field] : fromMerged.filter((each) => each !== field));
  const keep = (second: boolean) => {
    setKeepSecond(second);
    setChosen(null);
  };
  const submit = async () => {
    setProblem(null);
    const { data, failure } = await merge({
      input: { id, keptId: kept.id, mergedId: merged.id, fieldsFromMerged: [...fromMerged] },
    });
    if (failure) return setProblem(refusals.ofFailure(failure));
    const result = data.mergeBuyers;
    if (result.__typename !== 'BuyerMerged') return setProblem(refusals.ofRefusal(result));
    onMerged();
    onClose();
    router.push(href('buyers', result.buyer.id));
    return show({
      message: t('done', { merged: merged.name, kept: kept.name }),
      undo: () => void undoMerge(result.merge.id),
    });
  };
  return (
    <div className={forms.form}>
      {problem !== null && (
        <p className={forms.problem} role="alert">
          {problem}
        </p>
      )}
      <MergeTable
        sides={[first, second]}
        kept={kept}
        fields={fields}
        fromMerged={fromMerged}
        onKeep={(side) => keep(side === second)}
        onChoose={choose}
      />
      <p className={classes.dim}>{t('both')}</p>
      <div className={forms.actions}>
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button loading={running} onClick={() => void submit()}>
          {t('act', { kept: kept.name })}
        </Button>
      </div>
    </div>
  );
}
