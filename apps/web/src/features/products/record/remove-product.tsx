'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { RemoveProductDocument } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';

/** A removal answers an id alone: lists that hold products are out of date all the same. */
const REMOVED = ['Product'];

/** Takes a product out for good; one that orders or announcements name stays, and can be discontinued instead. */
export function RemoveProduct({ product: { id, name } }: { product: { readonly id: string; readonly name: string } }) {
  const t = useTranslations('products');
  const failures = useTranslations('failure');
  const router = useRouter();
  const href = useWorkspaceHref();
  const { show } = useToasts();
  const [asking, setAsking] = useState(false);
  const [remove, running] = useAct(RemoveProductDocument, REMOVED);
  const removeIt = async () => {
    const { data, failure } = await remove({ id });
    setAsking(false);
    if (failure) return show({ message: failures(failure.kind), tone: 'bad' });
    const outcome = data.removeProduct;
    if (outcome.__typename === 'ProductInUse')
      return show({
        message: t('inUse', { orderLines: outcome.orderLines, announcements: outcome.announcements }),
        tone: 'bad',
        durationMs: 15_000,
      });
    show({ message: t('removed', { name }), tone: 'good' });
    return router.push(href('products'));
  };
  return (
    <>
      <Button variant="subtle" color="red" c="var(--dg-danger)" onClick={() => setAsking(true)}>
        {t('remove')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('removeTitle')}
        act={t('remove')}
        running={running}
        onConfirm={() => void removeIt()}
        onClose={() => setAsking(false)}
      >
        {t('removeText', { name })}
      </ConfirmDialog>
    </>
  );
}
