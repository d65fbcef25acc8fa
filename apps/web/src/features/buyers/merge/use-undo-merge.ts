'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { UndoMergeDocument } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { useRefusals } from '../use-refusals.ts';

/** Takes a merge back; answers whether that was done, and says so or why not. */
export function useUndoMerge(): (mergeId: string) => Promise<boolean> {
  const t = useTranslations('buyers.merge');
  const refusals = useRefusals();
  const { show } = useToasts();
  const router = useRouter();
  const href = useWorkspaceHref();
  const [undo] = useAct(UndoMergeDocument);
  return async (id) => {
    const { data, failure } = await undo({ id });
    if (failure) show({ message: refusals.ofFailure(failure), tone: 'bad' });
    else if (data.undoMerge.__typename !== 'MergeUndone')
      show({ message: refusals.ofRefusal(data.undoMerge), tone: 'bad' });
    else {
      const { restored } = data.undoMerge;
      show({
        message: t('undone', { name: restored.name }),
        tone: 'good',
        action: { label: t('openRestored'), run: () => router.push(href('buyers', restored.id)) },
      });
      return true;
    }
    return false;
  };
}
