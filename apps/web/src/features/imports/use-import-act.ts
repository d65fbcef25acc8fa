'use client';
import { useTranslations } from 'next-intl';
import type { AnyVariables, TypedDocumentNode } from 'urql';
import type { ImportStatus } from '../../generated/graphql.ts';
import type { Failure } from '../../platform/graphql/failure.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';

type Refusal =
  | { readonly __typename: 'NotFound' }
  | { readonly __typename: 'InvalidField'; readonly field: string }
  | { readonly __typename: 'ImportBusy'; readonly status: ImportStatus };
interface Outcome {
  readonly __typename: string;
}

const isRefusal = (outcome: Outcome): outcome is Refusal =>
  ['NotFound', 'InvalidField', 'ImportBusy'].includes(outcome.__typename);

/**
 * An act on an import. What it did is seen on the screen; a refusal is said in a toast, and the screen is read again, because
 * somebody else may have moved the import on. Answers the outcome when it was done, null otherwise.
 */
export function useImportAct<Data, Variables extends AnyVariables, Result extends Outcome>(
  document: TypedDocumentNode<Data, Variables>,
  outcomeOf: (data: Data) => Result,
  onChanged: () => void,
): [act: (variables: Variables) => Promise<Exclude<Result, Refusal> | null>, running: boolean] {
  const [act, running] = useAct(document);
  const texts = useRefusalText();
  const { show } = useToasts();
  const run = async (variables: Variables) => {
    const { data, failure } = await act(variables);
    if (failure !== null) {
      show({ message: texts.ofFailure(failure), tone: 'bad' });
      return null;
    }
    const outcome = outcomeOf(data);
    onChanged();
    if (isRefusal(outcome)) {
      show({ message: texts.ofRefusal(outcome), tone: 'bad' });
      return null;
    }
    return outcome as Exclude<Result, Refusal>;
  };
  return [run, running];
}

/** Sentences for what the API refused, and for what went wrong without being foreseen. */
function useRefusalText() {
  const t = useTranslations('imports');
  const failures = useTranslations('failure');
  return {
    ofRefusal: (refusal: Refusal): string => {
      switch (refusal.__typename) {
        case 'ImportBusy':
          return t('refusals.ImportBusy', { state: t(`states.${refusal.status}`) });
        case 'InvalidField':
          return refusal.field === 'revision' ? t('refusals.revision') : t('refusals.InvalidField');
        case 'NotFound':
          return t('refusals.NotFound');
      }
    },
    ofFailure: (failure: Failure): string =>
      failure.reference === null
        ? failures(failure.kind)
        : `${failures(failure.kind)} (${failures('reference')} ${failure.reference})`,
  };
}
