'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useMemo, useRef } from 'react';
import { PlusIcon, ProductsIcon } from '../../../components/icons.tsx';
import { PageFrame } from '../../../components/page-frame.tsx';
import { Bone, EmptyState, FailureState, Loading } from '../../../components/states.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useUrlState } from '../../../platform/url-state/use-url-state.ts';
import { useMay, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { useRowWalk } from '../../buyers/index.ts';
import { DownloadMenu } from '../../exports/index.ts';
import { ImportLink } from '../../imports/index.ts';
import { ProductRow } from './product-row.tsx';
import { ProductsFilters } from './products-filters.tsx';
import { NO_FILTERS, productsUrl, toFilter } from './products-url.ts';
import classes from './list.module.css';
import { type ProductsList, useProducts } from './use-products.ts';

/** The catalogue: what is offered, and what is still missing for a quick answer. */
export function ProductsScreen() {
  const t = useTranslations('products');
  const formats = useFormats();
  const [values, set] = useUrlState(productsUrl);
  const filter = useMemo(() => toFilter(values), [values]);
  const list = useProducts(filter);
  const filtered = productsUrl.query(new URLSearchParams(), values) !== '';
  const clear = () => set(NO_FILTERS);
  return (
    <PageFrame
      title={t('title')}
      lead={
        <span role="status">
          {list.total !== null && list.total > 0
            ? `${t('total', { count: list.total, shown: formats.number(list.total) })} ${t('lead')}`
            : t('lead')}
        </span>
      }
      wide
      actions={
        <>
          <DownloadMenu list="products" filter={filter} />
          <AddActions />
        </>
      }
    >
      <ProductsFilters values={values} set={set} onClear={filtered ? clear : null} />
      {list.failure && <FailureState failure={list.failure} onRetry={list.reload} compact={list.rows !== null} />}
      {list.rows === null && !list.failure && (
        <Loading onRetry={list.reload}>
          {Array.from({ length: 8 }, (_, row) => (
            <Bone key={row} height="4rem" />
          ))}
        </Loading>
      )}
      {list.rows?.length === 0 &&
        (filtered ? (
          <EmptyState
            icon={<ProductsIcon />}
            title={t('noMatch')}
            action={<Button onClick={clear}>{t('clearFilters')}</Button>}
          >
            {t('noMatchText')}
          </EmptyState>
        ) : (
          <EmptyState
            icon={<ProductsIcon />}
            title={t('none')}
            action={
              <div className={classes.emptyActs}>
                <AddActions />
              </div>
            }
          >
            {t('noneText')}
          </EmptyState>
        ))}
      {list.rows !== null && list.rows.length > 0 && <ProductsTable list={list} rows={list.rows} />}
    </PageFrame>
  );
}

function AddActions() {
  const t = useTranslations('products');
  const href = useWorkspaceHref();
  const may = useMay();
  return (
    <>
      {may('announcement:read') && (
        <Button component={Link} href={href('products', 'announcements')} variant="default">
          {t('announcements')}
        </Button>
      )}
      <ImportLink kind="PRODUCTS" />
      {may('product:write') && (
        <Button component={Link} href={href('products', 'new')} leftSection={<PlusIcon />}>
          {t('add')}
        </Button>
      )}
    </>
  );
}

function ProductsTable({ list, rows }: { list: ProductsList; rows: NonNullable<ProductsList['rows']> }) {
  const t = useTranslations('products');
  const table = useRef<HTMLDivElement>(null);
  useRowWalk(table);
  return (
    <>
      <div className={classes.changedSlot} role="status">
        {list.changed && (
          <Button variant="light" onClick={list.accept}>
            {t('changed')}
          </Button>
        )}
      </div>
      <div ref={table} className={classes.tableBox}>
        <table className={classes.table}>
          <caption className="visually-hidden">{t('title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('picture')}</th>
              <th scope="col">{t('product')}</th>
              <th scope="col" className={classes.number}>
                {t('variants')}
              </th>
              <th scope="col" className={classes.number}>
                {t('price')}
              </th>
              <th scope="col" className={classes.number}>
                {t('moq')}
              </th>
              <th scope="col" className={classes.number}>
                {t('leadTime')}
              </th>
              <th scope="col">{t('quickAnswer')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ProductRow key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {list.hasMore && (
        <div className={classes.more}>
          {list.moreFailure && <FailureState failure={list.moreFailure} compact />}
          <Button variant="default" loading={list.loadingMore} onClick={list.loadMore}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}
