'use client';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import forms from '../../../components/form.module.css';
import {
  type BuyerGrade,
  type BuyerRecordFieldsFragment,
  EndGradeOverrideDocument,
  OverrideGradeDocument,
  type OverrideOutcomeFragment,
} from '../../../generated/graphql.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { type ActResult, useAct } from '../../../platform/graphql/use-act.ts';
import { addDays, todayIn } from '../../../platform/time/today-in.ts';
import { useNow } from '../../../platform/time/use-now.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import { useRefusals } from '../use-refusals.ts';
import { GradeChoice } from './grade-choice.tsx';
import { OverrideNotice } from './override-notice.tsx';

/** A decision over the rules is looked at again after a quarter, unless somebody says otherwise. */
const REVIEW_AFTER_DAYS = 90;

interface ChangeGradeDialogProps {
  buyer: BuyerRecordFieldsFragment;
  onClose: () => void;
  onChanged: () => void;
}

/** Decides over the rules: a grade, why, and when it is looked at again; or goes back to what the rules say. */
export function ChangeGradeDialog({ buyer, onClose, onChanged }: ChangeGradeDialogProps) {
  const t = useTranslations('buyers.override');
  const common = useTranslations('common');
  const refusals = useRefusals();
  const { show } = useToasts();
  const now = useNow();
  const { timeZone } = useWorkspace();
  const [override, overriding] = useAct(OverrideGradeDocument);
  const [end, ending] = useAct(EndGradeOverrideDocument);
  const [id] = useState(newId);
  const [grade, setGrade] = useState<BuyerGrade | null>(buyer.gradeOverride?.grade ?? null);
  const [reason, setReason] = useState('');
  const [reviewOn, setReviewOn] = useState(() => addDays(todayIn(timeZone, now), REVIEW_AFTER_DAYS));
  const [problem, setProblem] = useState<{ field: string | null; text: string } | null>(null);

  const finish = (result: ActResult<unknown>, outcome: OverrideOutcomeFragment | undefined, done: string) => {
    if (result.failure) return setProblem({ field: null, text: refusals.ofFailure(result.failure) });
    if (outcome && outcome.__typename !== 'BuyerSaved')
      return setProblem({
        field: outcome.__typename === 'InvalidField' ? outcome.field : null,
        text: refusals.ofRefusal(outcome),
      });
    show({ message: done, tone: 'good' });
    onChanged();
    return onClose();
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (grade === null) return setProblem({ field: 'grade', text: t('chooseGrade') });
    if (reason.trim() === '') return setProblem({ field: 'reason', text: t('reasonNeeded') });
    setProblem(null);
    const result = await override({ input: { id, buyerId: buyer.id, grade, reason: reason.trim(), reviewOn } });
    return finish(result, result.data?.overrideGrade, t('saved', { name: buyer.name, grade }));
  };
  const endIt = async () => {
    const result = await end({ buyerId: buyer.id });
    finish(result, result.data?.endGradeOverride, t('ended', { name: buyer.name }));
  };
  const about = (field: string) => (problem?.field === field ? problem.text : undefined);
  const elsewhere = problem && !['grade', 'reason', 'reviewOn'].includes(problem.field ?? '') ? problem.text : null;

  return (
    <Dialog opened onClose={onClose} title={t('title', { name: buyer.name })}>
      <form className={forms.form} onSubmit={(event) => void submit(event)} noValidate>
        {elsewhere !== null && (
          <p className={forms.problem} role="alert">
            {elsewhere}
          </p>
        )}
        <p className={forms.text}>
          {buyer.computedGrade === null ? t('computedNone') : t('computedIs', { grade: buyer.computedGrade })}
        </p>
        {buyer.gradeOverride && <OverrideNotice override={buyer.gradeOverride} />}
        <GradeChoice value={grade} onChange={setGrade} error={about('grade')} />
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={about('reason')}
          rows={3}
          maxLength={1000}
          required
        />
        <TextInput
          type="date"
          label={t('reviewOn')}
          description={t('reviewHint')}
          value={reviewOn}
          min={addDays(todayIn(timeZone, now), 1)}
          onChange={(event) => setReviewOn(event.currentTarget.value)}
          error={about('reviewOn')}
          required
        />
        <div className={forms.actions}>
          {buyer.gradeOverride && (
            <Button
              variant="subtle"
              color="red"
              c="var(--dg-danger)"
              mr="auto"
              loading={ending}
              onClick={() => void endIt()}
            >
              {t('end')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={overriding}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
