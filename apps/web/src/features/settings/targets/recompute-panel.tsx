'use client';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useClient } from 'urql';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import forms from '../../../components/form.module.css';
import { Panel } from '../../../components/page-frame.tsx';
import {
  PreviewRecomputationDocument,
  type PreviewRecomputationQuery,
  RecomputePastDocument,
} from '../../../generated/graphql.ts';
import { toFailure } from '../../../platform/graphql/failure.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import classes from '../settings.module.css';
import { useRefusals } from '../use-refusals.ts';
import { RecomputedList } from './recomputed-list.tsx';

type Preview = PreviewRecomputationQuery['previewRecomputation'];

/** Measures the past anew by the hours and targets of today: looked at first, with a reason, and confirmed with its exact count. */
export function RecomputePanel() {
  const t = useTranslations('settings.targets.past');
  const formats = useFormats();
  const client = useClient();
  const refusals = useRefusals();
  const { show } = useToasts();
  const [recompute, running] = useAct(RecomputePastDocument);
  const [looking, setLooking] = useState(false);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const changes = preview === null ? 0 : preview.movedDue + preview.becomeMissed + preview.becomeMet;

  const look = async (from: string, to: string) => {
    setLooking(true);
    setProblem(null);
    setPreview(null);
    const { data, error } = await client
      .query(PreviewRecomputationDocument, { from, to }, { requestPolicy: 'network-only' })
      .toPromise();
    setLooking(false);
    if (data) setPreview(data.previewRecomputation);
    else if (error) setProblem(refusals.ofFailure(toFailure(error)));
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const [from, to] = [String(typed.get('from')), String(typed.get('to'))];
    if (from === '' || to === '' || from > to) return setProblem(t('wrongDays'));
    return void look(from, to);
  };
  const confirm = async () => {
    if (preview === null) return;
    const { from, to } = preview;
    const { data, failure } = await recompute({
      input: { from, to, reason: reason.trim(), expectedChanges: changes },
    });
    setAsking(false);
    if (failure !== null) return setProblem(refusals.ofFailure(failure));
    const result = data.recomputePast;
    if (result.__typename === 'PastMoved') {
      await look(from, to);
      return setProblem(t('moved', { count: result.changes }));
    }
    setPreview(null);
    setReason('');
    return show({ message: t('done', { count: result.changed }), tone: 'good' });
  };

  return (
    <Panel title={t('title')} lead={t('lead')}>
      <form className={classes.inlineForm} onSubmit={submit}>
        <TextInput type="date" name="from" label={t('from')} required withAsterisk={false} />
        <TextInput type="date" name="to" label={t('to')} required withAsterisk={false} />
        <Button type="submit" variant="default" loading={looking}>
          {t('look')}
        </Button>
      </form>
      <div className={classes.pastResult} aria-live="polite">
        {problem !== null && (
          <p className={forms.problem} role="alert">
            {problem}
          </p>
        )}
        {preview !== null && changes === 0 && <p>{t('nothing', { count: preview.inquiries })}</p>}
        {preview !== null && changes > 0 && (
          <>
            <p>
              {t('would', {
                count: preview.inquiries,
                from: formats.date(preview.from),
                to: formats.date(preview.to),
                due: preview.movedDue,
                missed: preview.becomeMissed,
                met: preview.becomeMet,
              })}
            </p>
            <RecomputedList changes={preview.changes} />
            <Textarea
              label={t('reason')}
              description={t('reasonAdvice')}
              autosize
              minRows={2}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <div className={forms.actions}>
              <Button disabled={reason.trim() === ''} onClick={() => setAsking(true)}>
                {t('act', { count: changes })}
              </Button>
            </div>
          </>
        )}
      </div>
      <ConfirmDialog
        opened={asking}
        title={t('confirmTitle', { count: changes })}
        act={t('act', { count: changes })}
        running={running}
        onClose={() => setAsking(false)}
        onConfirm={() => void confirm()}
      >
        <p>{t('confirmText')}</p>
      </ConfirmDialog>
    </Panel>
  );
}
