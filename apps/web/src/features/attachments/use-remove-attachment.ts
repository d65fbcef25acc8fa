'use client';
import { useTranslations } from 'next-intl';
import { RemoveAttachmentDocument } from '../../generated/graphql.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';

/** Removes a kept file; answers whether it is gone. One that somebody else removed meanwhile is. */
export function useRemoveAttachment(): [remove: (id: string) => Promise<boolean>, removing: boolean] {
  const t = useTranslations('attachments');
  const failures = useTranslations('failure');
  const { show } = useToasts();
  const [act, removing] = useAct(RemoveAttachmentDocument);
  const remove = async (id: string): Promise<boolean> => {
    const { failure } = await act({ id });
    if (failure) show({ message: t('notRemoved', { why: failures(failure.kind) }), tone: 'bad' });
    return failure === null;
  };
  return [remove, removing];
}
