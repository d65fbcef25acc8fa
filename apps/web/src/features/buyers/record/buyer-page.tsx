'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { BackIcon } from '../../../components/icons.tsx';
import { Bone, EmptyState, FailureState, Loading } from '../../../components/states.tsx';
import { BuyerPageDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useWorkspace, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { type ListTrail, readTrail } from '../list/list-trail.ts';
import { BuyerRecord } from './buyer-record.tsx';
import classes from './buyer-page.module.css';

/** A buyer's page: know, then act. */
export function BuyerPage({ id }: { id: string }) {
  const t = useTranslations('buyers');
  const href = useWorkspaceHref();
  const { slug } = useWorkspace();
  const [trail, setTrail] = useState<ListTrail | null>(null);
  useEffect(() => setTrail(readTrail(slug)), [slug]);
  const { data, failure, loading, reload } = useScreenQuery(
    BuyerPageDocument,
    { id },
    { refreshOn: (event) => event.buyerId === id || event.subjectId === id },
  );
  const buyer = data?.buyer ?? null;
  useMergedInto(id, buyer);
  return (
    <div className={classes.page}>
      <Link href={href('buyers') + (trail?.query ?? '')} className={classes.up}>
        <BackIcon /> {t('title')}
      </Link>
      {failure && <FailureState failure={failure} onRetry={reload} compact={buyer !== null} />}
      {loading && (
        <Loading onRetry={reload}>
          <Bone height="8rem" />
          <Bone height="24rem" />
        </Loading>
      )}
      {data && !buyer && <EmptyState title={t('missing')}>{t('missingText')}</EmptyState>}
      {buyer && <BuyerRecord key={buyer.id} buyer={buyer} reload={reload} trail={trail?.ids ?? []} />}
    </div>
  );
}

/** An address of a buyer who was merged into another leads to the one that was kept. */
function useMergedInto(id: string, buyer: { readonly id: string; readonly name: string } | null) {
  const t = useTranslations('buyers');
  const href = useWorkspaceHref();
  const router = useRouter();
  const { show } = useToasts();
  const kept = buyer !== null && buyer.id !== id ? buyer : null;
  const address = kept && href('buyers', kept.id);
  const name = kept?.name ?? '';
  useEffect(() => {
    if (address === null) return;
    router.replace(address);
    show({ message: t('merge.ledHere', { name }) });
  }, [address, name, router, show, t]);
}
