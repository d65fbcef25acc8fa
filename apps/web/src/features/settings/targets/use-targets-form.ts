'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import {
  PreviewResponseTargetsDocument,
  type PreviewResponseTargetsQuery,
  type ResponseTargetsFieldsFragment,
  SaveResponseTargetsDocument,
} from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useRefusals } from '../use-refusals.ts';
import { type TargetsDraft, targetsDraftOf, targetsInputOf, wrongTargets } from './targets-draft.ts';

type Preview = Extract<PreviewResponseTargetsQuery['previewResponseTargets'], { __typename: 'BusinessHoursPreview' }>;

/** While somebody types, the question waits until the hands rest. */
const SETTLED_MS = 400;

/** The targets being edited: what they would do to what waits, and saving them as a new version. */
export function useTargetsForm(current: ResponseTargetsFieldsFragment, onSaved: () => void) {
  const t = useTranslations('settings.targets');
  const client = useClient();
  const { show } = useToasts();
  const refusals = useRefusals();
  const [save, running] = useAct(SaveResponseTargetsDocument);
  const [base, setBase] = useState(current);
  const [draft, setDraft] = useState(() => targetsDraftOf(current));
  const [preview, setPreview] = useState<Preview | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const typed = JSON.stringify(draft);
  const dirty = typed !== JSON.stringify(targetsDraftOf(base));
  const wrong = wrongTargets(draft);
  const moved = current.version > base.version;
  const take = () => {
    setBase(current);
    setDraft(targetsDraftOf(current));
  };
  if (moved && !dirty) take();

  const { version } = base;
  useEffect(() => {
    setPreview(null);
    const wanted = JSON.parse(typed) as TargetsDraft;
    if (!dirty || wrongTargets(wanted).size > 0) return undefined;
    let left = false;
    const timer = setTimeout(() => {
      void client
        .query(
          PreviewResponseTargetsDocument,
          { input: targetsInputOf(wanted, version) },
          { requestPolicy: 'network-only' },
        )
        .toPromise()
        .then(({ data }) => {
          if (left || !data) return; // no preview is no reason to keep anybody from saving
          const answer = data.previewResponseTargets;
          setPreview(answer.__typename === 'BusinessHoursPreview' ? answer : null);
        });
    }, SETTLED_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [client, typed, dirty, version]);

  const submit = async () => {
    setFailed(null);
    const { data, failure } = await save({ input: targetsInputOf(draft, base.version) });
    if (failure !== null) return setFailed(refusals.ofFailure(failure));
    const result = data.saveResponseTargets;
    if (result.__typename === 'InvalidTargets') return setFailed(t('refused'));
    onSaved();
    if (result.__typename === 'RulesMoved') return undefined;
    setBase(result.targets);
    setDraft(targetsDraftOf(result.targets));
    const count = result.movedInquiries ?? result.openInquiries;
    return show({
      message: count === 0 ? t('saved') : t(result.movedInquiries === null ? 'savedMoving' : 'savedMoved', { count }),
      tone: 'good',
    });
  };
  return {
    ...{ draft, setDraft, dirty, wrong, moved, take, preview, failed, running, version },
    keepMine: () => setBase(current),
    discard: () => setDraft(targetsDraftOf(base)),
    submit: () => void submit(),
  };
}
