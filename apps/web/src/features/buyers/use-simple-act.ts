'use client';
import { useTranslations } from 'next-intl';
import type { AnyVariables, TypedDocumentNode } from 'urql';
import { useAct } from '../../platform/graphql/use-act.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import type { Refusal } from './refusals.ts';
import { useRefusals } from './use-refusals.ts';

interface Outcome {
  readonly __typename: string;
}
const isRefusal = (outcome: Outcome): outcome is Refusal =>
  ['NotFound', 'NameTaken', 'InvalidField', 'FieldConflict', 'LimitReached', 'CannotMerge'].includes(
    outcome.__typename,
  );

/**
 * An act without a form: what it did is seen on the screen, what went wrong is said in a toast.
 * Answers whether it was done; `outcomeOf` tells where in the answer the outcome lies.
 */
export function useSimpleAct<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  outcomeOf: (data: Data) => Outcome,
): [act: (variables: Variables) => Promise<boolean>, running: boolean] {
  const [act, running] = useAct(document);
  const refusals = useRefusals();
  const { show } = useToasts();
  const t = useTranslations('buyers');
  const run = async (variables: Variables): Promise<boolean> => {
    const { data, failure } = await act(variables);
    const outcome = data === null ? null : outcomeOf(data);
    if (failure) show({ message: refusals.ofFailure(failure), tone: 'bad' });
    else if (outcome && isRefusal(outcome))
      show({ message: t('refusals.notDone', { why: refusals.ofRefusal(outcome) }), tone: 'bad' });
    else return true;
    return false;
  };
  return [run, running];
}
