'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { BackIcon } from '../../../components/icons.tsx';
import { Bone, EmptyState, FailureState, Loading } from '../../../components/states.tsx';
import { ProductPageDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { ProductRecord } from './product-record.tsx';
import classes from './record.module.css';

/** A product's page: everything that a buyer may ask about it. */
export function ProductPage({ id }: { id: string }) {
  const t = useTranslations('products');
  const href = useWorkspaceHref();
  const { data, failure, loading, reload } = useScreenQuery(
    ProductPageDocument,
    { id },
    { refreshOn: ({ subjectKind, subjectId }) => subjectId === id || subjectKind === 'file' },
  );
  const product = data?.product ?? null;
  return (
    <div className={classes.page}>
      <Link href={href('products')} className={classes.up}>
        <BackIcon /> {t('title')}
      </Link>
      {failure && <FailureState failure={failure} onRetry={reload} compact={product !== null} />}
      {loading && (
        <Loading onRetry={reload}>
          <Bone height="8rem" />
          <Bone height="24rem" />
        </Loading>
      )}
      {data && !product && <EmptyState title={t('gone')}>{t('goneText')}</EmptyState>}
      {product && <ProductRecord key={product.id} product={product} reload={reload} />}
    </div>
  );
}
