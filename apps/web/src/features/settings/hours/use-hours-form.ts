'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import {
  type BusinessHoursFieldsFragment,
  PreviewBusinessHoursDocument,
  type PreviewBusinessHoursQuery,
  SaveBusinessHoursDocument,
} from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useRefusals } from '../use-refusals.ts';
import { type HoursDraft, hoursDraftOf, hoursInputOf, type HoursProblem } from './hours-draft.ts';

type Preview = Extract<PreviewBusinessHoursQuery['previewBusinessHours'], { __typename: 'BusinessHoursPreview' }>;

/** While somebody types, the question waits until the hands rest. */
const SETTLED_MS = 400;

/** The hours being edited: what they would do to what waits, what is wrong with them, and saving them. */
export function useHoursForm(current: BusinessHoursFieldsFragment, channelId: string | null, onSaved: () => void) {
  const t = useTranslations('settings.hours');
  const client = useClient();
  const { show } = useToasts();
  const refusals = useRefusals();
  const [save, running] = useAct(SaveBusinessHoursDocument);
  const [base, setBase] = useState(current);
  const [draft, setDraft] = useState(() => hoursDraftOf(current));
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problems, setProblems] = useState<readonly HoursProblem[]>([]);
  const [failed, setFailed] = useState<string | null>(null);
  const typed = JSON.stringify(draft);
  const dirty = typed !== JSON.stringify(hoursDraftOf(base));
  const moved = current.version > base.version;
  const take = () => {
    setBase(current);
    setDraft(hoursDraftOf(current));
    setProblems([]);
  };
  if (moved && !dirty) take();

  const { version } = base;
  useEffect(() => {
    setPreview(null);
    if (!dirty) return setProblems([]);
    let left = false;
    const timer = setTimeout(() => {
      const input = hoursInputOf(JSON.parse(typed) as HoursDraft, version);
      void client
        .query(PreviewBusinessHoursDocument, { channelId, input }, { requestPolicy: 'network-only' })
        .toPromise()
        .then(({ data }) => {
          if (left || !data) return; // no preview is no reason to keep anybody from saving
          const answer = data.previewBusinessHours;
          setProblems(answer.__typename === 'InvalidBusinessHours' ? answer.problems : []);
          setPreview(answer.__typename === 'BusinessHoursPreview' ? answer : null);
        });
    }, SETTLED_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [client, typed, dirty, version, channelId]);

  const submit = async () => {
    setFailed(null);
    const { data, failure } = await save({ channelId, input: hoursInputOf(draft, base.version) });
    if (failure !== null) return setFailed(refusals.ofFailure(failure));
    const result = data.saveBusinessHours;
    if (result.__typename === 'InvalidBusinessHours') return setProblems(result.problems);
    onSaved();
    if (result.__typename === 'RulesMoved') return undefined;
    setBase(result.hours);
    setDraft(hoursDraftOf(result.hours));
    const count = result.movedInquiries ?? result.openInquiries;
    return show({
      message: count === 0 ? t('saved') : t(result.movedInquiries === null ? 'savedMoving' : 'savedMoved', { count }),
      tone: 'good',
    });
  };
  return {
    ...{ draft, setDraft, dirty, moved, take, preview, problems, failed, running },
    version,
    keepMine: () => setBase(current),
    discard: () => setDraft(hoursDraftOf(base)),
    submit: () => void submit(),
  };
}
