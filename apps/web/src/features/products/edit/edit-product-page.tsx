'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { lazyPart } from '../../../components/lazy-part.tsx';
import { Bone, EmptyState, FailureState, Loading } from '../../../components/states.tsx';
import { type ProductRecordFragment, ProductPageDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useMay, useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import classes from './edit.module.css';
import { MayNotEdit } from './may-not-edit.tsx';
import { draftOf } from './product-draft.ts';

const ProductEditor = lazyPart(() => import('./product-editor.tsx').then((module) => module.ProductEditor));

/** A product in its editor. */
export function EditProductPage({ id }: { id: string }) {
  const t = useTranslations('products');
  const may = useMay();
  const query = useScreenQuery(ProductPageDocument, { id });
  const product = query.data?.product ?? null;
  if (!may('product:write')) return <MayNotEdit />;
  // An answer from the cache may be older than the product: the form begins from the server's.
  if (product && !query.refreshing)
    return <Editor key={product.version} product={product} onTakeTheirs={query.reload} />;
  return (
    <div className={classes.page}>
      {query.failure && <FailureState failure={query.failure} onRetry={query.reload} />}
      {(query.loading || product) && (
        <Loading onRetry={query.reload}>
          <Bone height="20rem" />
          <Bone height="12rem" />
        </Loading>
      )}
      {query.data && !product && <EmptyState title={t('gone')}>{t('goneText')}</EmptyState>}
    </div>
  );
}

function Editor({ product, onTakeTheirs }: { product: ProductRecordFragment; onTakeTheirs: () => void }) {
  const { baseCurrency } = useWorkspace();
  const start = useMemo(
    () => ({ id: product.id, version: product.version, draft: draftOf(product, baseCurrency) }),
    [product, baseCurrency],
  );
  return (
    <ProductEditor
      start={start}
      name={product.name}
      files={[...product.files, ...product.images]}
      onTakeTheirs={onTakeTheirs}
    />
  );
}
